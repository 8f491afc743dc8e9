package dev.rollcall.connector.authing.read;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdSetTests {

	@Test
	void knowsAHundredThousandApart() {
		IdSet ids = new IdSet();
		for (int i = 0; i < 100_000; i++) {
			assertThat(ids.add(String.format(Locale.ROOT, "%024x", i))).isTrue();
		}
		for (int i = 0; i < 100_000; i++) {
			assertThat(ids.add(String.format(Locale.ROOT, "%024x", i))).isFalse();
		}
		assertThat(ids.size()).isEqualTo(100_000);
	}

}
