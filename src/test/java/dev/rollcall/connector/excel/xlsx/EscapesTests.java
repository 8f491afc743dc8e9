package dev.rollcall.connector.excel.xlsx;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EscapesTests {

	@Test
	void decodesTheEscapesOfOoxml() {
		assertThat(Escapes.decode("a_x000D_b_x4e2d_")).isEqualTo("a\rb中");
		assertThat(Escapes.decode("_x005F_x000D_")).isEqualTo("_x000D_");
		assertThat(Escapes.decode("_x00_ $1 \\ _xZZZZ_")).isEqualTo("_x00_ $1 \\ _xZZZZ_");
	}

	@Test
	void encodesWhatXmlCannotHoldSoThatItIsReadTheSame() {
		for (String text : new String[] { "plain", "_x000D_", "a\u0001b", "line\nline", "_x005F_x000D_", "\uFFFF" }) {
			assertThat(Escapes.decode(Escapes.encode(text))).isEqualTo(text);
		}
	}

}
