package dev.rollcall.connector.authing.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.authing.api.CustomField;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What becomes of users, on either side. */
class MembersTests {

	private final FakeAuthing authing = new FakeAuthing();

	@BeforeEach
	void fill() {
		this.authing.put("n1", FakeAuthing.ROOT, "研发部");
		this.authing.fields.add(field("wechatwork_user_id", "STRING"));
		this.authing.fields.add(field("room", "NUMBER"));
		this.authing.fields.add(field("userid", "STRING"));
		this.authing.fields.add(field("position", "STRING"));
	}

	@Test
	void tellsAllFieldsButTheLinksAndThoseThatWouldMeanSomethingElse() {
		assertThat(this.authing.reading(true, false).fields().members().names()).containsExactly("name", "alias",
				"gender", "mobile", "email", "address", "username", "status", "enabled", "position", "room");
	}

	@Test
	void tellsWhatAuthingTells() {
		this.authing.users.add(new UserDetail("u", "Suspended", null, null, "a@b.cn", "91234567", "+852", "Zhang", "x",
				"张三", "三儿", "F", "路 1 号", "n1", List.of("n1"),
				Map.of("wechatwork_user_id", "ZhangSan", "room", 7.0, "position", "工程师")));
		Member member = only(false);
		assertThat(member.userid()).isEqualTo("ZhangSan");
		assertThat(member.ref()).isEqualTo("u");
		Map<String, String> expected = new LinkedHashMap<>(Map.of("name", "张三", "alias", "三儿", "gender", "female",
				"mobile", "+85291234567", "email", "a@b.cn", "address", "路 1 号", "username", "Zhang", "status",
				"suspended", "enabled", "false", "position", "工程师"));
		expected.put("room", "7");
		assertThat(member.fields().known()).isEqualTo(expected);
	}

	@Test
	void takesWhatIsAbsentForEmptyButCustomFieldsThatWereNotShown() {
		this.authing.users.add(user("u", "a", "甲", null, "n1"));
		assertThat(only(true).fields().known()).containsEntry("mobile", "")
			.containsEntry("gender", "")
			.doesNotContainKeys("position", "room");
	}

	@Test
	void aGenderThatNobodyHasFilledInChangesNothingElsewhere() {
		this.authing.user("a", "n1");
		assertThat(only(false).fields().known()).doesNotContainKey(FieldNames.GENDER).containsEntry("mobile", "");
	}

	@Test
	void asATargetOnlyTheLinkIsAUserid() {
		this.authing.users.add(user("u", "a", "甲", Map.of(), "n1"));
		assertThat(only(true).userid()).isNull();
		assertThat(only(false).userid()).isEqualTo("a");
	}

	@Test
	void asATargetRejectsNobody() {
		this.authing.users.add(user("u", "张三", "", Map.of()));
		assertThat(only(true).placements()).isEqualTo(new Placements(List.of(), null));
	}

	@Test
	void rejectsWhoeverHasNoNameOrNoDepartmentAndKnowsThatTheyAreThere() {
		this.authing.users.add(user("u1", "a", " ", Map.of(), "n1"));
		this.authing.users.add(user("u2", "b", "乙", Map.of()));
		List<Page> pages = read(false);
		assertThat(findings(pages)).extracting(Finding::severity, Finding::userid, Finding::reason)
			.containsExactly(tuple(Finding.Severity.REJECTED, "a", Message.of("authing.rejected.no-name", "u1")),
					tuple(Finding.Severity.REJECTED, "b", Message.of("authing.rejected.no-department", "u2")));
		assertThat(AuthingPagesTests.members(pages)).extracting(Member::userid, Member::isUnknown)
			.containsExactly(tuple("a", true), tuple("b", true));
		assertThat(AuthingPagesTests.gaps(pages)).isEmpty();
	}

	@Test
	void whoeverHasNoUsableUseridCouldBeAnybody() {
		this.authing.users.add(user("u1", null, "甲", Map.of(), "n1"));
		this.authing.users.add(user("u2", "乙乙", "乙", Map.of(), "n1"));
		Reading reading = this.authing.reading(true, false);
		List<Page> pages = AuthingPagesTests.pages(reading, null);
		assertThat(findings(pages)).extracting(Finding::userid, Finding::value, Finding::reason)
			.containsExactly(tuple(null, "甲", Message.of("authing.rejected.no-userid", "u1")),
					tuple(null, "乙乙", Message.of("authing.rejected.illegal-userid", "u2", 64)));
		assertThat(AuthingPagesTests.members(pages)).isEmpty();
		assertThat(AuthingPagesTests.gaps(pages)).containsExactly(Message.of("authing.gap.no-userid"));
		assertThat(reading.claimed().members()).isZero();
	}

	@Test
	void ofThePoolPassesOverThoseOfOtherOrganisationsAndWhoeverHasLeft() {
		this.authing.user("here", "n1");
		this.authing.user("elsewhere", "m1");
		this.authing.users.add(new UserDetail("left", "Resigned", null, null, null, null, null, "left", null, "走", null,
				null, null, null, List.of(), Map.of()));
		List<Page> pages = read(false);
		assertThat(AuthingPagesTests.members(pages)).extracting(Member::userid).containsExactly("here");
		assertThat(AuthingPagesTests.gaps(pages)).isEmpty();
		assertThat(AuthingPagesTests.members(read(true))).extracting(Member::ref).containsExactly("u0", "left");
	}

	@Test
	void doesNotKnowWhereSomebodyIsWhoseDepartmentHasNotBeenListed() {
		this.authing.users.add(user("u", "a", "甲", Map.of(), "n1", "n2"));
		this.authing.put("n2", "gone", "丢失");
		assertThat(only(true).placements()).isNull();
	}

	private Member only(boolean asTarget) {
		List<Member> members = AuthingPagesTests.members(read(asTarget));
		assertThat(members).hasSize(1);
		return members.get(0);
	}

	private List<Page> read(boolean asTarget) {
		Shape shape = new Shape(asTarget, true, true, List.of(UseridFrom.WECHATWORK_USER_ID, UseridFrom.USERNAME));
		return AuthingPagesTests.pages(new Reading(this.authing.client(), shape), null);
	}

	private static List<Finding> findings(List<Page> pages) {
		return pages.stream().flatMap((page) -> page.findings().stream()).toList();
	}

	private static UserDetail user(String id, @Nullable String username, String name,
			@Nullable Map<String, Object> custom, String... in) {
		return new UserDetail(id, "Activated", null, null, null, null, null, username, null, name, null, null, null,
				null, List.of(in), custom);
	}

	static CustomField field(String key, String type) {
		return new CustomField("USER", key, type, key, null, null, null, null, null);
	}

}
