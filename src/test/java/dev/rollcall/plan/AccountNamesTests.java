package dev.rollcall.plan;

import java.util.Map;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountNamesTests {

	private static final Schema SCHEMA = Schema.of(FieldNames.USERNAME);

	private final AccountNames names = new AccountNames(AccountRules.NONE);

	@Test
	void noTwoMembersComeByOneNameWhateverItsCase() {
		this.names.wants(member("li@a.com", "Li"));
		this.names.wants(member("li@b.com", "li"));
		this.names.wants(member("wang", "wang"));
		Message why = Message.of("plan.conflict.same-account-name", "Li", "li@a.com, li@b.com");
		assertThat(this.names.objection(member("li@a.com", "Li"))).isEqualTo(why);
		assertThat(this.names.objection(member("li@b.com", "li"))).extracting(Message::code).isEqualTo(why.code());
		assertThat(this.names.objection(member("wang", "wang"))).isNull();
	}

	@Test
	void whoIsInTheSourceTwiceContestsNothing() {
		this.names.wants(member("li", "li"));
		this.names.wants(member("LI", "li"));
		assertThat(this.names.objection(member("li", "li"))).isNull();
	}

	@Test
	void nobodyComesByTheNameOfAnother() {
		this.names.has(member("li@a.com", "li"));
		this.names.has(member(null, "terraform"));
		assertThat(this.names.objection(member("li@b.com", "LI")))
			.isEqualTo(Message.of("plan.conflict.account-name-taken", "LI", "li@a.com"));
		assertThat(this.names.objection(member("t", "terraform")))
			.isEqualTo(Message.of("plan.conflict.account-name-of-stranger", "terraform"));
	}

	@Test
	void whatElseSpeaksAgainstAnAccountGoesBefore() {
		AccountNames strict = new AccountNames(new AccountRules() {

			@Override
			public @Nullable Message objection(Member desired) {
				return Message.of("test.illegal");
			}

		});
		strict.has(member("wang", "li"));
		assertThat(strict.objection(member("li", "li"))).isEqualTo(Message.of("test.illegal"));
	}

	private static Member member(@Nullable String userid, String name) {
		return new Member("any", userid, null, Fields.of(SCHEMA, Map.of(FieldNames.USERNAME, name)), null, null);
	}

}
