package dev.rollcall.connector.excel.text;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberTextTests {

	@ParameterizedTest
	@CsvSource({ "13800000000, 13800000000", "1.38E+10, 13800000000", "1.38E10, 13800000000", "0.5, 0.5", "-3, -3",
			"1.1000000000000001, 1.1", "0.30000000000000004, 0.30000000000000004", "100, 100", "1E2, 100", "007, 7",
			"0, 0", "-0, 0", "1.50, 1.5", "1E-7, 0.0000001", "123456789012345, 123456789012345" })
	void writesNumbersAsPlainDigits(String number, String text) {
		assertThat(NumberText.of(number)).isEqualTo(text);
	}

	@Test
	void takesOnlyNumbersForNumbers() {
		for (String odd : new String[] { "", "abc", "1,5", "0x10", "NaN", "1E999999999", "1E-999999999" }) {
			assertThat(NumberText.of(odd)).as(odd).isNull();
		}
	}

	@Test
	void knowsWhenExcelHasLostDigits() {
		assertThat(NumberText.isTooLong("1.10101199001011E+17")).isTrue();
		assertThat(NumberText.isTooLong("110101199001011234")).isTrue();
		assertThat(NumberText.isTooLong("123456789012345")).isFalse();
		assertThat(NumberText.isTooLong("0.12345678901234567")).isFalse();
	}

	@Test
	void knowsWhichNumbersNeedNoChange() {
		assertThat(isPlain("13800000000")).isTrue();
		assertThat(isPlain("0")).isTrue();
		for (String odd : new String[] { "", "007", "1.5", "-1", "1E5", "1234567890123456" }) {
			assertThat(isPlain(odd)).as(odd).isFalse();
		}
	}

	private static boolean isPlain(String number) {
		return NumberText.isPlain(number.getBytes(StandardCharsets.US_ASCII), 0, number.length());
	}

}
