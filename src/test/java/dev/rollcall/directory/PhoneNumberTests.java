package dev.rollcall.directory;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberTests {

	@ParameterizedTest
	@CsvSource({ "+86,13800000001,13800000001", "86,13800000001,13800000001", ",13800000001,13800000001",
			"+86,+8613800000001,13800000001", "+852,91234567,+85291234567", "852,91234567,+85291234567",
			"+86,+12025550123,+12025550123", "+1,2025550123,+12025550123", "+86,,''", ",,''" })
	void aMobileIsBareInChinaAndHasItsCodeElsewhere(@Nullable String code, @Nullable String number, String text) {
		assertThat(PhoneNumber.text(code, number)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "13800000001,+86,13800000001", "+85291234567,+852,91234567", "+12025550123,+1,2025550123",
			"+79161234567,+7,9161234567", "+447911123456,+44,7911123456", "+8210123,+82,10123", "'',+86,''",
			"+1,+86,+1" })
	void aNumberGoesWithItsCountry(String text, String code, String number) {
		assertThat(PhoneNumber.of(text)).isEqualTo(new PhoneNumber(code, number));
	}

	@ParameterizedTest
	@ValueSource(strings = { "13800000001", "+85291234567", "+12025550123", "+35312345", "010-12345", "" })
	void aMobileThatWasWrittenReadsAsBefore(String text) {
		PhoneNumber phone = PhoneNumber.of(text);
		assertThat(PhoneNumber.text(phone.countryCode(), phone.number())).isEqualTo(text);
		assertThat(phone.toString()).isEqualTo("PhoneNumber");
	}

}
