package dev.rollcall.compare;

import java.util.Map;

import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** By what a member is looked for. */
class MemberKeyTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile", "email");

	@Test
	void useridsAndMailsIgnoreCaseAndNamesDoNot() {
		Member member = member("ZhangSan", null, Map.of("name", "Li", "mobile", "+86 1", "email", "San@X.cn"));
		assertThat(MemberKey.USERID.of(member)).isEqualTo("zhangsan");
		assertThat(MemberKey.EMAIL.of(member)).isEqualTo("san@x.cn");
		assertThat(MemberKey.NAME.of(member)).isEqualTo("Li");
		assertThat(MemberKey.MOBILE.of(member)).isEqualTo("+86 1");
	}

	@Test
	void whoWasRenamedIsLookedForByTheFormerUseridFirst() {
		Member renamed = member("New", "Old", Map.of());
		assertThat(MemberKey.USERID.of(renamed)).isEqualTo("old");
		assertThat(MemberKey.NEW_USERID.of(renamed)).isEqualTo("new");
		assertThat(MemberKey.NEW_USERID.concerns(renamed)).isTrue();
		assertThat(MemberKey.NEW_USERID.concerns(member("a", null, Map.of()))).isFalse();
	}

	@Test
	void nobodyIsLookedForByWhatIsEmptyOrUnknown() {
		Member nothing = member(null, null, Map.of("name", "", "email", ""));
		for (MemberKey key : MemberKey.values()) {
			assertThat(key.of(nothing)).isEmpty();
			assertThat(key.concerns(nothing)).isFalse();
		}
	}

	private static Member member(String userid, String former, Map<String, String> values) {
		return new Member("ref", userid, former, Fields.of(SCHEMA, values), null, null);
	}

}
