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
	void theUsernameOfTheSourceIsItsUseridUnlessItHasOneOfItsOwn() {
		Schema own = Schema.of("username");
		Member with = new Member("ref", "ZhangSan", null, Fields.of(own, Map.of("username", "San.Z")), null, null);
		Member without = new Member("ref", "ZhangSan", "former", Fields.of(own, Map.of("username", "")), null, null);
		assertThat(MemberKey.USERNAME.of(with)).isEqualTo("san.z");
		assertThat(MemberKey.USERNAME.of(without)).isEqualTo("zhangsan");
		assertThat(MemberKey.USERNAME.of(member("ZhangSan", null, Map.of()))).isEqualTo("zhangsan");
		assertThat(MemberKey.USERNAME.ofExisting(with)).isEqualTo("san.z");
		assertThat(MemberKey.USERNAME.ofExisting(without)).isEmpty();
		assertThat(MemberKey.USERNAME.ofExisting(member("ZhangSan", null, Map.of()))).isEmpty();
	}

	@Test
	void onlyTheUsernameIsAnotherFieldOnEitherSide() {
		Member member = member("ZhangSan", null, Map.of("name", "Li", "mobile", "1", "email", "San@X.cn"));
		for (MemberKey key : MemberKey.values()) {
			assertThat(key.ofExisting(member)).isEqualTo((key == MemberKey.USERNAME) ? "" : key.of(member));
		}
	}

	@Test
	void onlyUseridsTellWhoSomebodyIs() {
		for (MemberKey key : MemberKey.values()) {
			assertThat(key.isWeak()).as(key.toString())
				.isEqualTo(key != MemberKey.USERID && key != MemberKey.NEW_USERID);
		}
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
