package dev.rollcall.connector.authing.read;

import java.util.List;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.authing.api.CustomField;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.directory.Message;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of links that are missing or wrong, and what is done about it. */
class LinksTests {

	private final FakeAuthing authing = new FakeAuthing();

	private final AuthingClient client = this.authing.client();

	@Test
	void saysWhatIsThere() {
		this.authing.put("n1", FakeAuthing.ROOT, "研发部");
		this.authing.user("a", "n1");
		assertThat(check(false)).allMatch(CheckResult::good)
			.first()
			.isEqualTo(new CheckResult(true, Message.of("authing.check.organization", "example", 1, 1)));
	}

	@Test
	void aTargetNeedsAllLinks() {
		assertThat(check(true)).filteredOn((result) -> !result.good())
			.extracting(CheckResult::text)
			.containsExactly(Message.of("authing.check.link-missing", "wechatwork_user_id", "USER"),
					Message.of("authing.check.link-missing", "wechatwork_department_ids", "USER"),
					Message.of("authing.check.link-missing", "wechatwork_department_id", "DEPARTMENT"),
					Message.of("authing.check.link-missing", "wechatwork_parent_department_id", "DEPARTMENT"));
	}

	@Test
	void definesThemOnceAndForAll() {
		assertThat(Links.define(this.client)).allMatch(CheckResult::good)
			.extracting((result) -> result.text().code())
			.containsOnly("authing.prepare.defined");
		assertThat(this.authing.fields).extracting(CustomField::dataType).containsOnly("STRING").hasSize(4);
		assertThat(check(true)).allMatch(CheckResult::good);
		assertThat(Links.define(this.client)).allMatch(CheckResult::good)
			.extracting((result) -> result.text().code())
			.containsOnly("authing.prepare.there");
		assertThat(this.authing.fields).hasSize(4);
	}

	@Test
	void seesATypeThatHoldsNoUserid() {
		Links.define(this.client);
		this.authing.fields.set(0,
				new CustomField("USER", "wechatwork_user_id", "NUMBER", "", null, true, null, null, null));
		assertThat(check(true)).filteredOn((result) -> !result.good())
			.extracting(CheckResult::text)
			.containsExactly(Message.of("authing.check.link-type", "wechatwork_user_id", "USER", "NUMBER"));
	}

	@Test
	void looksForUseridsThatStandTwiceWhereAuthingDoesNot() {
		Links.define(this.client);
		this.authing.put("n1", FakeAuthing.ROOT, "研发部");
		this.authing.departments.add(FakeAuthing.department("n2", "n1", "后端组", "wn1"));
		this.authing.user("a", "n1");
		this.authing.user("A", "n1");
		assertThat(bad(check(true))).containsExactly(Message.of("authing.check.repeated-departments", 1, "wn1"));
		this.authing.fields.set(0,
				new CustomField("USER", "wechatwork_user_id", "STRING", "", null, false, null, null, null));
		assertThat(bad(check(true))).containsExactly(Message.of("authing.check.repeated-users", 1, "A"),
				Message.of("authing.check.repeated-departments", 1, "wn1"));
	}

	private static List<Message> bad(List<CheckResult> results) {
		return results.stream().filter((result) -> !result.good()).map(CheckResult::text).toList();
	}

	private List<CheckResult> check(boolean asTarget) {
		return new Reading(this.client, new Shape(asTarget, true, false, List.of(UseridFrom.WECHATWORK_USER_ID)))
			.check();
	}

}
