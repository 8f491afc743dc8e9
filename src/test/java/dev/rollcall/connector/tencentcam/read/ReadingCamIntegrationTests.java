package dev.rollcall.connector.tencentcam.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.tencentcam.api.AddUser;
import dev.rollcall.connector.tencentcam.api.GroupMembers;
import dev.rollcall.connector.tencentcam.api.GroupMembers.GroupMember;
import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.client.Cams;
import dev.rollcall.connector.tencentcam.fields.SubUserFields;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.CamLookalike;
import dev.rollcall.sandbox.cam.CamOptions;
import dev.rollcall.sandbox.cam.Population;
import dev.rollcall.sandbox.cam.account.Habit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Reading over HTTP, from the look-alike. */
class ReadingCamIntegrationTests {

	private static final int PLAIN = 130;

	private static final int WECOM = 75;

	private final CamLookalike cam = CamLookalike
		.start(CamOptions.defaults().with(Population.seeded(PLAIN, WECOM, 9, 7)));

	private final CamClient client = Cams.client(this.cam);

	private final Reading reading = new Reading(this.client, List.of("developers", "sales", "nobody"));

	@AfterEach
	void end() {
		this.client.close();
		this.cam.close();
	}

	@Test
	void tellsEverybodyOnceByNumberWithHisKind() {
		List<Page> pages = pages(this.reading, null);
		List<Member> members = members(pages);
		assertThat(pages).allMatch((page) -> page.gaps().isEmpty() && page.findings().isEmpty())
			.allMatch((page) -> page.members().size() <= 50 && page.departments().isEmpty());
		assertThat(members).hasSize(PLAIN + WECOM);
		assertThat(members.stream().map((member) -> Long.parseLong(member.ref()))).isSorted().doesNotHaveDuplicates();
		assertThat(members).filteredOn((member) -> member.userid() != null)
			.hasSize(WECOM)
			.allMatch((member) -> "wecom".equals(member.fields().value(FieldNames.STATUS)));
		assertThat(members).filteredOn((member) -> "sub-user".equals(member.fields().value(FieldNames.STATUS)))
			.hasSize(PLAIN)
			.allMatch((member) -> member.placements() == null);
		assertThat(this.cam.calls().count("DescribeSubAccounts")).isEqualTo(5);
		assertThat(this.cam.calls().count("ListUsers")).isEqualTo(1);
		assertThat(this.cam.calls().count("ListWeChatWorkSubAccounts")).isEqualTo(1);
	}

	@Test
	void tellsWhatIsKnownOfSomebody() {
		CamLookalike other = CamLookalike.start(CamOptions.defaults());
		try (other; CamClient there = Cams.client(other)) {
			there.addUser(new AddUser("a", null, 0, 0, null, null, null, null, null));
			there.addUser(new AddUser("b", "张三", 0, 0, null, null, "13800000001", "86", "b@acme.com"));
			there.addUser(new AddUser("c", "Li", 0, 0, null, null, "91234567", "852", null));
			assertThat(members(pages(new Reading(there, List.of()), null)))
				.extracting((member) -> member.fields().known().values().toString())
				.containsExactly("[, , , a, , sub-user]", "[张三, 13800000001, b@acme.com, b, , sub-user]",
						"[Li, +85291234567, , c, , sub-user]");
		}
	}

	@Test
	void tellsGroupsThatTheJobManagesAndNoOthers() {
		List<User> users = this.client.users();
		join("developers", users.subList(0, 120));
		join("sales", users.subList(100, 125));
		join("by hand", users.subList(0, 5));
		List<Member> members = members(pages(this.reading, null));
		assertThat(members.subList(0, 100)).allMatch((member) -> groups(member).equals("developers"));
		assertThat(members.subList(100, 120)).allMatch((member) -> groups(member).equals("developers,sales"));
		assertThat(members.subList(120, 125)).allMatch((member) -> groups(member).equals("sales"));
		assertThat(members.subList(125, members.size())).allMatch((member) -> groups(member).isEmpty());
	}

	@ParameterizedTest
	@EnumSource(value = Habit.class, names = { "WECOM_USERS_UNLISTED", "LIMIT_CAPS", "NAMES_IGNORE_CASE" })
	void findsTheSameWhateverCamsPagesLeaveOpen(Habit habit) {
		join("developers", this.client.users().subList(0, 60));
		List<Member> expected = members(pages(this.reading, null));
		for (int largest : new int[] { 0, 7, 30 }) {
			ObjectNode switches = Json.object();
			switches.putArray("habits").add(habit.word());
			switches.putObject("quotas").put("largest", (habit == Habit.LIMIT_CAPS) ? largest : largest * 2);
			this.cam.switches(switches);
			List<Page> pages = pages(this.reading, null);
			assertThat(members(pages)).isEqualTo(expected);
			assertThat(pages).allMatch((page) -> page.gaps().isEmpty());
		}
	}

	@Test
	void findsTheSameWhateverDisturbsIt() {
		join("developers", this.client.users().subList(0, 60));
		List<Page> expected = pages(this.reading, null);
		Disturbance disturbance = Disturbance.NONE;
		for (Fault fault : Fault.values()) {
			disturbance = disturbance.with(fault, 0.05);
		}
		this.cam.faults().set(disturbance);
		for (int i = 0; i < 5; i++) {
			assertThat(pages(this.reading, null)).isEqualTo(expected);
		}
		assertThat(this.cam.faults().done()).isNotEmpty();
	}

	@Test
	void goesOnBehindEachCursor() {
		List<Page> pages = pages(this.reading, null);
		assertThat(pages).hasSize(5).extracting(Page::cursor).doesNotHaveDuplicates();
		for (int i = 0; i < pages.size(); i++) {
			assertThat(pages(this.reading, pages.get(i).cursor())).isEqualTo(pages.subList(i + 1, pages.size()));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 4 })
	void saysWhenSomebodyHasComeOrGoneBetweenTwoParts(int after) {
		List<Page> pages = pages(this.reading, null);
		String gone = members(pages).get(3).fields().value(FieldNames.USERNAME);
		this.client.deleteUser(String.valueOf(gone));
		List<Page> rest = pages(this.reading, pages.get(after).cursor());
		assertThat(gaps(rest)).extracting(Message::code).containsExactly("tencentcam.gap.two-parts");
		assertThat(members(rest)).isEqualTo(members(pages.subList(after + 1, pages.size())));
	}

	@Test
	void whoComesBehindTheCursorIsNoGap() {
		List<Page> pages = pages(this.reading, null);
		this.client.addUser(new AddUser("new-one", null, 0, 0, null, null, null, null, null));
		List<Page> rest = pages(this.reading, pages.get(0).cursor());
		assertThat(gaps(rest)).isEmpty();
		assertThat(members(rest)).hasSize(PLAIN + WECOM - 50 + 1)
			.last()
			.matches((member) -> "new-one".equals(member.fields().value(FieldNames.USERNAME)));
	}

	@Test
	void aWrongKeyIsExplained() {
		try (CamClient stranger = Cams.client(this.cam, "wrong")) {
			PageReader reader = new Reading(stranger, List.of()).read(null);
			assertThat(catchThrowableOfType(DirectoryException.class, reader::next).text().code())
				.isEqualTo("tencentcam.refused.key");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ListUsers", "ListWeChatWorkSubAccounts", "DescribeSubAccounts", "ListGroups",
			"ListUsersForGroup" })
	void aKeyThatMayNotReadIsExplainedAndNobodySeemsGone(String action) {
		join("developers", this.client.users().subList(0, 1));
		deny(action);
		try (PageReader reader = this.reading.read(null)) {
			Message why = catchThrowableOfType(DirectoryException.class, reader::next).text();
			assertThat(why.code()).isEqualTo("tencentcam.refused.power");
			assertThat(why.arguments()).startsWith(action);
		}
	}

	@Test
	void nobodyIsAllThereIs() {
		CamLookalike empty = CamLookalike.start(CamOptions.defaults());
		try (empty; CamClient there = Cams.client(empty)) {
			assertThat(pages(new Reading(there, List.of("developers")), null)).isEmpty();
		}
	}

	private void join(String group, List<User> users) {
		long id = this.client.createGroup(group);
		this.client
			.addToGroups(new GroupMembers(users.stream().map((user) -> new GroupMember(id, user.uid())).toList()));
	}

	private void deny(String... actions) {
		ObjectNode switches = Json.object();
		IntStream.range(0, actions.length).forEach((i) -> switches.withArray("denied").add(actions[i]));
		this.cam.switches(switches);
	}

	private static String groups(Member member) {
		return String.valueOf(member.fields().value(SubUserFields.GROUPS));
	}

	static List<Member> members(List<Page> pages) {
		return pages.stream().flatMap((page) -> page.members().stream()).toList();
	}

	static List<Message> gaps(List<Page> pages) {
		return pages.stream().flatMap((page) -> page.gaps().stream()).toList();
	}

	static List<Page> pages(Reading reading, @Nullable String cursor) {
		List<Page> pages = new ArrayList<>();
		try (PageReader reader = reading.read(cursor)) {
			for (Page page = reader.next(); page != null; page = reader.next()) {
				pages.add(page);
			}
			assertThat(reader.next()).isNull();
		}
		return pages;
	}

}
