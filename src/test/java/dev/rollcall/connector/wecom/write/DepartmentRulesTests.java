package dev.rollcall.connector.wecom.write;

import java.util.Map;
import java.util.Objects;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DepartmentRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "研发/测试", "R&D (北京)", "'", "a b" })
	void takesNamesThatWeComTakes(String name) {
		assertThat(objection(Map.of(FieldNames.NAME, name, FieldNames.NAME_EN, name), true)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\", ":", "*", "?", "\"", "<", ">", "|" })
	void refusesEachForbiddenCharacterWithoutRepeatingTheName(String character) {
		for (String field : FieldNames.OF_DEPARTMENTS) {
			Message objection = objection(Map.of(field, "研" + character + "发"), false);
			assertThat(Objects.requireNonNull(objection).code()).isEqualTo("wecom.rule.content");
			assertThat(objection.arguments()).contains(field).doesNotContain("研" + character + "发");
		}
	}

	@Test
	void countsCharactersOfNames() {
		assertThat(objection(Map.of(FieldNames.NAME, "𠮷".repeat(64)), true)).isNull();
		assertThat(objection(Map.of(FieldNames.NAME, "𠮷".repeat(65)), true))
			.isEqualTo(Message.of("wecom.rule.characters", FieldNames.NAME, 65, 1, 64));
	}

	@Test
	void aNewOneNeedsANameAndNoEnglishOne() {
		assertThat(objection(Map.of(FieldNames.NAME, "研发部", FieldNames.NAME_EN, ""), true)).isNull();
		assertThat(objection(Map.of(FieldNames.NAME, ""), true))
			.isEqualTo(Message.of("wecom.rule.empty", FieldNames.NAME));
		assertThat(objection(Map.of(), true)).isEqualTo(Message.of("wecom.rule.empty", FieldNames.NAME));
	}

	@Test
	void aNameThatIsThereIsNotEmptied() {
		assertThat(objection(Map.of(), false)).isNull();
		for (String field : FieldNames.OF_DEPARTMENTS) {
			assertThat(objection(Map.of(field, ""), false)).isEqualTo(Message.of("wecom.rule.empty", field));
		}
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "2,2", "2147483647,2147483647", "2147483648,-", "9999999999,-", "1,-", "0,-",
			"-5,-", "02,-", "研发,-", "'',-", "-,-", "99999999999999999999,-" })
	void asksForTheNumberOfTheSourceIfItCanBeOneOfWeCom(@Nullable String id, @Nullable Long asked) {
		assertThat(DepartmentRules.askable(id)).isEqualTo(asked);
	}

	private static @Nullable Message objection(Map<String, String> fields, boolean creation) {
		return DepartmentRules.objection(
				new Department("d", "=1", null, Fields.of(Schema.of(FieldNames.OF_DEPARTMENTS), fields), null),
				creation);
	}

}
