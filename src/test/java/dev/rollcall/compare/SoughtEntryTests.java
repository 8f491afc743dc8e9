package dev.rollcall.compare;

import java.util.Map;

import dev.rollcall.compare.SoughtEntry.Answer;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which entries answer to what an operator types. */
class SoughtEntryTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile", "email");

	private static final Member MEMBER = new Member("r", "Zhang.San", "old",
			Fields.of(SCHEMA, Map.of("name", "张三", "mobile", "13800000001", "email", "San@Example.com")), null, null);

	private static final Department DEPARTMENT = new Department("7", "1", "42",
			Fields.of(Schema.of("name"), Map.of("name", "研发部")), null);

	@ParameterizedTest
	@CsvSource({ "zhang.san, USERID", " ZHANG.SAN , USERID", "OLD, USERID", "张三, OTHERWISE", "13800000001, OTHERWISE",
			"san@example.COM, OTHERWISE", "r, NO", "张, NO", "zhang.sa, NEARLY", "zhang.sna, NEARLY",
			"zhang.sann, NEARLY", "zhbng.san, NEARLY", "hang, NEARLY", "zh, NO", "zhbng.sbn, NO", "1380000000, NO" })
	void aMemberAnswersToItsUseridsAndOtherwise(String word, Answer answer) {
		assertThat(new SoughtEntry(word).of(MEMBER)).isEqualTo(answer);
	}

	@ParameterizedTest
	@CsvSource({ "42, OTHERWISE", "公司/研发部, OTHERWISE", "研发部, NEARLY", "7, NO", "公司, NO" })
	void aDepartmentAnswersToItsIdAndPath(String word, Answer answer) {
		assertThat(new SoughtEntry(word).of(DEPARTMENT, "公司/研发部")).isEqualTo(answer);
	}

	@Test
	void whoHasNoUseridAnswersToTheRest() {
		Member nobody = new Member("r", null, null, Fields.of(SCHEMA, Map.of("name", "张三")), null, null);
		assertThat(new SoughtEntry("张三").of(nobody)).isEqualTo(Answer.OTHERWISE);
		assertThat(new SoughtEntry("zhang").of(nobody)).isEqualTo(Answer.NO);
	}

}
