package dev.rollcall.connector.excel.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.workbook.Blocks;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.connector.excel.workbook.CellType;
import dev.rollcall.connector.excel.workbook.RowBlock;
import dev.rollcall.connector.excel.workbook.RowStream;
import dev.rollcall.connector.excel.workbook.SharedStrings;
import dev.rollcall.connector.excel.xml.XmlScanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SharedStringsXmlTests {

	@Test
	void joinsRichTextAndLeavesPhoneticRunsOut() throws IOException {
		assertThat(texts("<sst><si><r><rPr><b/></rPr><t>张</t></r><r><t xml:space='preserve'> 三</t></r>"
				+ "<rPh sb='0' eb='1'><t>zhang</t></rPh><phoneticPr fontId='1'/></si><si/><si><t/></si>"
				+ "<si><t>a&amp;b</t></si></sst>", 4))
			.containsExactly("张 三", "", "", "a&b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<t>a</t><t>b</t>", "<t>a</t><r><t>b</t></r>", "<r><t>a</t></r><t>b</t>",
			"<r><t>a</t><t>b</t></r>" })
	void refusesTextsThatCouldBeReadInTwoWays(String content) {
		SharedStrings strings = read("<sst><si>" + content + "</si></sst>");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> strings.await(0))
			.returns(ExcelMessage.DAMAGED, RefusedException::why);
	}

	@Test
	void readsTheSameHoweverTheTextsAreWritten() throws IOException {
		List<String> texts = new ArrayList<>();
		StringBuilder quick = new StringBuilder("<sst>");
		StringBuilder slow = new StringBuilder("<x:sst>");
		for (int i = 0; i < 20_000; i++) {
			String text = switch (i % 6) {
				case 0 -> "user" + i + "@example.com";
				case 1 -> "集团/研发部" + i;
				case 2 -> "";
				case 3 -> "x".repeat(i % 3000);
				case 4 -> "😀é" + i;
				default -> "a_x" + i;
			};
			texts.add(text);
			quick.append("<si><t>").append(text).append("</t></si>");
			slow.append("<x:si>\n<x:t>").append(text).append("</x:t></x:si >");
		}
		assertThat(texts(quick + "</sst>", texts.size())).isEqualTo(texts);
		assertThat(texts(slow + "</x:sst>", texts.size())).isEqualTo(texts);
	}

	@Test
	void remembersWhichTextsArePlain() throws IOException {
		SharedStrings strings = read("<sst><si><t>plain</t></si><si><t> not </t></si></sst>");
		RowBlock block = Blocks.ofShared(2);
		CellText cell = new CellText(new BookOfStrings(strings));
		cell.prepare(block);
		assertThat(cell.load(block, 0).type()).isEqualTo(CellType.SHARED);
		assertThat(cell.load(block, 1).type()).isEqualTo(CellType.UNCLEAN_SHARED);
		assertThat(cell.load(block, 1).text()).isEqualTo("not");
		assertThat(cell.raw()).isEqualTo(" not ");
	}

	@Test
	void refusesTextsThatAreNotThere() {
		SharedStrings strings = read("<sst><si><t>only</t></si></sst>");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> strings.await(1))
			.returns(ExcelMessage.TEXT_MISSING, RefusedException::why);
	}

	@Test
	@Timeout(30)
	void whoeverLearnsThatThereAreNoMoreFindsTheLastOnes() {
		SharedStrings strings = new SharedStrings(3 << 20);
		Thread reader = new Thread(strings::complete);
		assertThatNoException().isThrownBy(() -> {
			strings.add(new byte[8], 0, 8, true);
			synchronized (strings) {
				reader.start();
				// It is stopped in the middle of saying so.
				while (reader.getState() != Thread.State.BLOCKED) {
					Thread.onSpinWait();
				}
				strings.await(0);
			}
		});
	}

	@Test
	void handsOnWhatWentWrongWhileTheyWereRead() {
		SharedStrings strings = read("<sst><si><t>one</t></si><si><t>cut");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> strings.await(5))
			.returns(ExcelMessage.TRUNCATED, RefusedException::why);
	}

	@Test
	void doesNotCallTextsCompleteWhenItWasStopped() {
		SharedStrings strings = new SharedStrings(1 << 20);
		SharedStringsXml xml = new SharedStringsXml(
				new XmlScanner(new ByteArrayInputStream("<sst><si/></sst>".getBytes(StandardCharsets.UTF_8)), "test"),
				strings);
		xml.stop();
		xml.read();
		assertThatIOException().isThrownBy(strings::awaitAll);
	}

	@Test
	void refusesTextThatIsNotUtf8() {
		byte[] xml = "<sst><si><t>?</t></si></sst>".getBytes(StandardCharsets.UTF_8);
		xml[12] = (byte) 0xFF;
		SharedStrings strings = read(xml);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> strings.await(0))
			.returns(ExcelMessage.ENCODING, RefusedException::why);
	}

	private static SharedStrings read(String xml) {
		return read(xml.getBytes(StandardCharsets.UTF_8));
	}

	private static SharedStrings read(byte[] xml) {
		SharedStrings strings = new SharedStrings(1 << 30);
		new SharedStringsXml(new XmlScanner(new ByteArrayInputStream(xml), "test"), strings).read();
		return strings;
	}

	private static List<String> texts(String xml, int count) throws IOException {
		SharedStrings strings = read(xml);
		RowBlock block = Blocks.ofShared(count);
		CellText cell = new CellText(new BookOfStrings(strings));
		cell.prepare(block);
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			texts.add(cell.load(block, i).raw());
		}
		return texts;
	}

	/** A book that has nothing but texts. */
	private record BookOfStrings(SharedStrings strings) implements Book {

		@Override
		public List<Sheet> sheets() {
			return List.of();
		}

		@Override
		public RowStream rows(int sheet) {
			throw new IndexOutOfBoundsException(sheet);
		}

		@Override
		public void forgetStrings() {
		}

		@Override
		public boolean isFrom1904() {
			return false;
		}

		@Override
		public void close() {
		}

	}

}
