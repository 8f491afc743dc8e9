package dev.rollcall.connector.excel.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class Utf8Tests {

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "zhang.san@example.com", "13800000000", "张三", "买买提·吐尔逊", "研发部（北京）；测试", "“引号”、《书》",
			"a_b", "a long text of more than eight bytes, 也有中文" })
	void callsOrdinaryTextPlain(String text) {
		assertThat(kind(text)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { " a", "a ", "张三 ", "a\tb", "a\u007Fb", "\u00A0a", "\u3000a", "a\u200Bb", "\uFEFFa",
			"e\u0301", "か\u3099", "12345678\n", "\u202D138", "é" })
	void callsTextThatCleaningMightChangeUnclean(String text) {
		assertThat(kind(text)).isEqualTo(Utf8.UNCLEAN);
	}

	@Test
	void noticesWhatMayBeAnEscape() {
		assertThat(kind("a_x000D_b")).isEqualTo(Utf8.ESCAPE);
		assertThat(kind("中文_x4E2D_")).isEqualTo(Utf8.ESCAPE);
	}

	@Test
	void noticesBytesThatAreNotUtf8() {
		for (int[] bytes : new int[][] { { 0x80 }, { 0xC0, 0x80 }, { 0xC1, 0xBF }, { 0xE4, 0xB8 }, { 0xE0, 0x80, 0x80 },
				{ 0xED, 0xA0, 0x80 }, { 0xF0, 0x80, 0x80, 0x80 }, { 0xF4, 0x90, 0x80, 0x80 }, { 0xF8, 0x88 }, { 0xFF },
				{ 'a', 0xE4, 'b', 'c' } }) {
			byte[] text = new byte[bytes.length + 8];
			for (int i = 0; i < bytes.length; i++) {
				text[i] = (byte) bytes[i];
			}
			assertThat(Utf8.kind(text, 0, bytes.length)).as(Arrays.toString(bytes)).isEqualTo(Utf8.MALFORMED);
		}
	}

	@Test
	void neverCallsTextPlainThatCleaningWouldChange() {
		Random random = new Random(7);
		int plain = 0;
		for (int i = 0; i < 200_000; i++) {
			StringBuilder text = new StringBuilder();
			int length = 1 + random.nextInt(12);
			while (text.length() < length) {
				text.appendCodePoint(codePoint(random));
			}
			String raw = text.toString();
			if (kind(raw) == 0) {
				plain++;
				assertThat(Cleaning.clean(raw)).isEqualTo(raw);
			}
		}
		assertThat(plain).isGreaterThan(1_000);
	}

	private static int codePoint(Random random) {
		int codePoint = switch (random.nextInt(8)) {
			case 0 -> 0x4E00 + random.nextInt(0x5000);
			case 1 -> 0x2000 + random.nextInt(0x100);
			case 2 -> 0x3000 + random.nextInt(0x100);
			case 3 -> 0xFE00 + random.nextInt(0x1F0);
			case 4 -> random.nextInt(0x20000);
			default -> ' ' + random.nextInt(0x60);
		};
		boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
		return surrogate ? 'x' : codePoint;
	}

	private static int kind(String text) {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		byte[] bytes = Arrays.copyOf(utf8, utf8.length + 8);
		// What stands behind the text must not count.
		Arrays.fill(bytes, utf8.length, bytes.length, (byte) 0xFF);
		return Utf8.kind(bytes, 0, utf8.length);
	}

}
