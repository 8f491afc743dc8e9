package dev.rollcall.connector.excel.text;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ByteTextTests {

	private final ByteText text = new ByteText("part");

	@Test
	void growsUpToItsLimit() throws IOException {
		byte[] some = new byte[1024];
		for (int i = 0; i < ByteText.MAX_LENGTH / some.length; i++) {
			this.text.append(some, 0, some.length);
		}
		assertThat(this.text.length()).isEqualTo(ByteText.MAX_LENGTH);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.text.append(some, 0, 1))
			.returns(ExcelMessage.TOO_LONG, RefusedException::why);
	}

	@Test
	void keepsWholeCharactersAndLeavesHalvesOut() throws IOException {
		this.text.set("张😀𠮷\uD83D");
		assertThat(this.text).hasToString("张😀𠮷");
		this.text.set("\uDE00\uD83D李");
		assertThat(this.text).hasToString("李");
		this.text.appendCodePoint(0x1F600);
		assertThat(this.text).hasToString("李😀");
	}

}
