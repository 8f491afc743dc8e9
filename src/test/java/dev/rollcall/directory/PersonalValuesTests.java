package dev.rollcall.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Personal values are covered wherever somebody else repeats them. */
class PersonalValuesTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile", "email", "address");

	@Test
	void coversWhatTheEntriesHoldAndNothingElse() {
		PersonalValues values = PersonalValues.of(Arrays.asList(member("13800000001", "Zhang@x.example", "人民路一号院内二楼"),
				null, member("13800000", "", "楼")));
		assertThat(
				values.coveredIn("Key (mobile)=(13800000001) of 张 exists; 13800000 too; zhang@x.example, 人民路一号院内二楼, 楼"))
			.isEqualTo("Key (mobile)=(138***01) of 张 exists; 138***00 too; z***@x.example, 人民路***二楼, 楼");
		assertThat(values.coveredIn(Message.of("code", "13800000001", "a$1")))
			.isEqualTo(Message.of("code", "138***01", "a$1"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "For input string: \"13800000001\" | For input string: \"138***01\"",
					"Duplicate entry 'li.si@x.example' for key | Duplicate entry 'l***@x.example' for key",
					"+86 138 0000 0001 | +86***01", "row 17 of 2500, code 23505 | row 17 of 2500, code 23505",
					"connection to 127.0.0.1:5432 refused | connection to 127.0.0.1:5432 refused" })
	void coversWhatLooksSoWhereNobodyKnows(String text, String covered) {
		assertThat(PersonalValues.coveredIfLikely(text)).isEqualTo(covered);
	}

	private static Member member(String mobile, String email, String address) {
		return new Member("u", "u", null,
				Fields.of(SCHEMA, Map.of("name", "张三李四", "mobile", mobile, "email", email, "address", address)),
				new Placements(List.of(), null), null);
	}

}
