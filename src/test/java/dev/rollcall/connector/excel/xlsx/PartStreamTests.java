package dev.rollcall.connector.excel.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PartStreamTests {

	private static final byte[] CONTENT = "<worksheet/>".repeat(500).getBytes(StandardCharsets.UTF_8);

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void givesWhatWasPutIn(boolean deflated) throws IOException {
		try (PartStream in = part(deflated ? deflated() : CONTENT, deflated, CONTENT.length)) {
			assertThat(in.readAllBytes()).isEqualTo(CONTENT);
			assertThat(in.progress()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void stopsAsSoonAsThereIsMoreThanWasSaid(boolean deflated) throws IOException {
		try (PartStream in = part(deflated ? deflated() : CONTENT, deflated, 99)) {
			assertThat(in.readNBytes(99)).hasSize(99);
			assertThatExceptionOfType(RefusedException.class).isThrownBy(in::read)
				.returns(ExcelMessage.DAMAGED, RefusedException::why);
		}
	}

	@Test
	void refusesLessThanWasSaid() throws IOException {
		try (PartStream in = part(CONTENT, false, CONTENT.length + 1)) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(in::readAllBytes)
				.returns(ExcelMessage.DAMAGED, RefusedException::why);
		}
		byte[] cut = Arrays.copyOf(deflated(), 20);
		try (PartStream in = part(cut, true, CONTENT.length)) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(in::readAllBytes)
				.returns(ExcelMessage.TRUNCATED, RefusedException::why);
		}
	}

	@Test
	void refusesOtherBytesThanWerePutIn() throws IOException {
		byte[] other = CONTENT.clone();
		other[77]++;
		try (PartStream in = part(other, false, other.length)) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(in::readAllBytes)
				.returns(ExcelMessage.DAMAGED, RefusedException::why);
		}
	}

	private static PartStream part(byte[] raw, boolean deflated, int size) {
		CRC32 checksum = new CRC32();
		checksum.update(CONTENT);
		ZipArchiveEntry entry = new ZipArchiveEntry("part.xml");
		entry.setSize(size);
		entry.setCrc(checksum.getValue());
		return new PartStream(new ByteArrayInputStream(raw), entry, deflated);
	}

	private static byte[] deflated() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (var out = new DeflaterOutputStream(bytes, new Deflater(9, true))) {
			out.write(CONTENT);
		}
		return bytes.toByteArray();
	}

}
