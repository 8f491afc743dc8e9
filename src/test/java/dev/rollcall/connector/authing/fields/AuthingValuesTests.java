package dev.rollcall.connector.authing.fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How values are written on either side. */
class AuthingValuesTests {

	@ParameterizedTest
	@CsvSource({ "M,male", "F,female", "W,female", "U,''", ",''" })
	void gendersAreWords(@Nullable String letter, String text) {
		assertThat(Gender.text(letter)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "male", "female", "" })
	void aGenderThatWasWrittenReadsAsBefore(String text) {
		assertThat(Gender.text(Gender.letter(text))).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "Activated,activated,true", "Suspended,suspended,false", "Deactivated,deactivated,false",
			"Resigned,resigned,false", "Archived,archived,false", "Frozen,frozen,false" })
	void onlyTheActivatedAreEnabled(String status, String text, String enabled) {
		assertThat(Status.text(status)).isEqualTo(text);
		assertThat(Status.enabled(status)).isEqualTo(enabled);
		assertThat(Status.enabled(Status.of(enabled))).isEqualTo(enabled);
	}

	@Test
	void nothingIsKnownOfAStateThatIsNotShown() {
		assertThat(Status.text(null)).isNull();
		assertThat(Status.enabled(null)).isNull();
	}

	@Test
	void anyJsonIsAText() {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("a", List.of(1, "b"));
		assertThat(CustomValue.text(null)).isEmpty();
		assertThat(CustomValue.text("007")).isEqualTo("007");
		assertThat(CustomValue.text(7)).isEqualTo("7");
		assertThat(CustomValue.text(7.50)).isEqualTo("7.5");
		assertThat(CustomValue.text(1e9)).isEqualTo("1000000000");
		assertThat(CustomValue.text(0.0)).isEqualTo("0");
		assertThat(CustomValue.text(true)).isEqualTo("true");
		assertThat(CustomValue.text(object)).isEqualTo("{\"a\":[1,\"b\"]}");
	}

	@ParameterizedTest
	@CsvSource({ "STRING,007", "string,true", "NUMBER,7.5", "NUMBER,-3", "BOOLEAN,false", "DATETIME,2026-11-21",
			"ENUM,a", "JSON,'[1,2]'", "JSON,plain", ",x" })
	void aCustomValueThatWasWrittenReadsAsBefore(@Nullable String type, String text) {
		assertThat(CustomValue.text(CustomValue.of(text, type))).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "NUMBER,007", "NUMBER,7.50", "NUMBER,seven", "BOOLEAN,yes" })
	void whatAFieldCannotGiveBackAsItIsIsNoValueForIt(String type, String text) {
		assertThat(CustomValue.of(text, type)).isNull();
	}

}
