package dev.rollcall.connector.wecom.client;

import java.util.List;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.wecom.api.CreatedMember;
import dev.rollcall.connector.wecom.api.DepartmentIds;
import dev.rollcall.connector.wecom.api.Departments;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.api.MemberIds;
import dev.rollcall.connector.wecom.api.MemberList;
import dev.rollcall.connector.wecom.api.TokenAnswer;
import dev.rollcall.directory.Message;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PowersTests {

	private static final String DETAILS = "department/list, user/simplelist, user/list, user/get";

	private final FakeWeCom wecom = new FakeWeCom();

	@Test
	void tellsThatANewAppShowsNamesButNoMobilesAndThatSyncShowsIds() {
		ids();
		details(48009, "api forbidden for contact assistant", null, 2);
		details(0, "ok", "", 2);
		assertThat(reading(true)).containsExactly(good("wecom.power.ids", 2),
				good("wecom.power.may-not", DETAILS, "contact-secret", "48009", "api forbidden for contact assistant"),
				good("wecom.refused.new-ip", "department/list", "48009", "api forbidden for contact assistant"),
				good("wecom.power.may", DETAILS, "app-secret"), good("wecom.power.names", "app-secret"),
				good("wecom.power.detail-hidden", "user/list"));
	}

	@Test
	void tellsThatAnOldAddressStillShowsEverything() {
		ids();
		details(0, "ok", "13800000000", 2);
		details(48002, "api forbidden", null, 2);
		assertThat(reading(true)).contains(good("wecom.power.names", "contact-secret"),
				good("wecom.power.detail-full", "user/list"),
				bad("wecom.refused.power", "department/list", "48002", "api forbidden"));
	}

	@Test
	void tellsWhatToDoWhereNamesAreWantedAndNobodyShowsThem() {
		ids();
		details(48009, "no", null, 2);
		details(60020, "not allow to access from your ip", null, 2);
		assertThat(reading(true)).contains(bad("wecom.power.no-names"),
				bad("wecom.refused.ip", "department/list", "60020", "not allow to access from your ip"));
	}

	@Test
	void namesAreNotMissedWhereOnlyIdsAreWanted() {
		ids();
		details(48009, "no", null, 2);
		details(48009, "no", null, 2);
		assertThat(reading(false)).contains(good("wecom.power.no-names"));
	}

	@Test
	void tellsThatAnAppSeesOnlyAPart() {
		ids();
		details(48009, "no", null, 2);
		details(0, "ok", "", 1);
		assertThat(reading(true)).contains(bad("wecom.power.part", "app-secret", 1, 2));
	}

	@Test
	void triesAWrongSecretOnce() {
		this.wecom.then("token", new TokenAnswer(40001, "invalid credential", null, null));
		assertThat(reading(true)).contains(bad("wecom.refused.secret", "gettoken", "40001", "invalid credential"));
		assertThat(this.wecom.calls.stream().filter((call) -> call.contains(FakeWeCom.CONTACT_SECRET))).hasSize(1);
	}

	@Test
	void tellsFromAMemberThatCannotExistWhetherItMayWrite() {
		this.wecom.then("updateMember", new CreatedMember(60111, "userid not found", null))
			.then("updateMember", new CreatedMember(48002, "api forbidden", null));
		Powers powers = new Powers(this.wecom.client());
		assertThat(powers.writing()).containsExactly(good("wecom.power.write"));
		assertThat(powers.writing()).containsExactly(
				bad("wecom.power.may-not", "user/update", "contact-secret", "48002", "api forbidden"),
				bad("wecom.refused.power", "user/update", "48002", "api forbidden"));
		assertThat(this.wecom.calls.toString()).doesNotContain("delete", "create");
	}

	private List<CheckResult> reading(boolean names) {
		return new Powers(this.wecom.client()).reading(names);
	}

	/** Answers to the calls for ids. */
	private void ids() {
		this.wecom
			.then("departmentIds",
					new DepartmentIds(0, "ok",
							List.of(new DepartmentIds.Item(1, 0, 1L), new DepartmentIds.Item(5, 1, 1L))))
			.then("memberIds", new MemberIds(0, "ok", "more", List.of(new MemberIds.Row("u1", 5))));
	}

	/** Answers to the calls for names and details with one credential. */
	private void details(int code, String words, String mobile, int departments) {
		List<Departments.Item> seen = List.of(1L, 5L)
			.subList(0, departments)
			.stream()
			.map((id) -> new Departments.Item(id, "d", null, null, 0, null))
			.toList();
		MemberDetail member = new MemberDetail(null, null, "u1", "n", List.of(5L), null, null, null, null, null, null,
				"0", mobile, null, "", "", null, 1, 1, null);
		this.wecom.then("departments", new Departments(code, words, seen))
			.then("memberNames", new MemberList(code, words, List.of(member)))
			.then("members", new MemberList(code, words, List.of(member)))
			.then("member", FakeWeCom.member((code != 0) ? code : 60111, words));
	}

	private static CheckResult good(String sentence, Object... values) {
		return new CheckResult(true, Message.of(sentence, values));
	}

	private static CheckResult bad(String sentence, Object... values) {
		return new CheckResult(false, Message.of(sentence, values));
	}

}
