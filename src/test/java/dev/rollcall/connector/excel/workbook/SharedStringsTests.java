package dev.rollcall.connector.excel.workbook;

import org.junit.jupiter.api.Test;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SharedStringsTests {

	@Test
	void refusesMoreTextThanThereIsMemoryFor() {
		SharedStrings strings = new SharedStrings(3 << 20);
		byte[] text = new byte[100_000];
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> {
			for (int i = 0; i < 100; i++) {
				strings.add(text, 0, text.length, true);
			}
		}).returns(ExcelMessage.TOO_MUCH_TEXT, RefusedException::why);
		SharedStrings many = new SharedStrings(3 << 20);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> {
			for (int i = 0; i < 2_000_000; i++) {
				many.add(text, 0, 0, true);
			}
		}).returns(ExcelMessage.TOO_MUCH_TEXT, RefusedException::why);
	}

	@Test
	void remembersWhatWasMadeOfThemUntilThatIsTooMuch() {
		SharedCache<String> cache = new SharedCache<>(64);
		for (int i = 0; i < 1000; i++) {
			assertThat(cache.get(i * 65_536)).isNull();
			cache.put(i * 65_536, "v" + i);
			assertThat(cache.get(i * 65_536)).isEqualTo("v" + i);
		}
		assertThat(cache.get(0)).isNull();
	}

}
