package dev.rollcall.connector.wecom.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.Claim;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.remote.Pace;
import dev.rollcall.connector.wecom.api.CustomFields;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.api.MemberIds;
import dev.rollcall.connector.wecom.api.MemberList;
import dev.rollcall.connector.wecom.client.Refusal;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** What is read of WeCom, in which order, and what is not believed. */
class ReadingTests {

	private final FakeWeCom wecom = new FakeWeCom();

	ReadingTests() {
		this.wecom.department(1, 0, "公司");
		this.wecom.department(2, 1, "研发部");
		this.wecom.department(3, 2, "后端组");
		this.wecom.department(4, 1, "销售部");
		this.wecom.member("Zhang", 3L, 2L);
		this.wecom.member("li", 2L);
		this.wecom.member("wang", 4L);
		this.wecom.member("boss", 1L, 4L);
	}

	@Test
	void idsAloneTellTheTreeAndWhoIsWhereAndNothingElse() {
		List<Page> pages = pages(Detail.IDS, null);
		assertThat(departments(pages)).extracting(Department::ref, Department::parent, Department::id)
			.containsExactly(tuple("1", null, "1"), tuple("2", "1", "2"), tuple("4", "1", "4"), tuple("3", "2", "3"));
		assertThat(departments(pages)).allMatch((department) -> department.fields().known().isEmpty());
		assertThat(members(pages)).extracting(Member::ref, Member::userid, ReadingTests::places)
			.containsExactly(tuple("boss", "boss", "1 4 null"), tuple("li", "li", "2 2"), tuple("wang", "wang", "4 4"),
					tuple("zhang", "Zhang", "2 3 null"));
		assertThat(members(pages)).allMatch((member) -> member.name() == null);
		assertThat(gaps(pages)).isEmpty();
	}

	@Test
	void rowsOfAMemberAreJoinedAcrossPagesWhateverTheirCase() {
		this.wecom.member("ZHANG", 4L);
		List<Page> pages = pages(
				new Reading(this.wecom.client(false), Detail.IDS, null, false, List.of(), Pace.REAL, 1, 2), null);
		assertThat(this.wecom.calls("user/list_id")).isEqualTo(7);
		assertThat(members(pages)).extracting(Member::ref, ReadingTests::places)
			.contains(tuple("zhang", "2 3 4 null"))
			.hasSize(4);
	}

	@Test
	void aDepartmentThatIsNotInTheTreeLeavesUnknownWhereSomebodyIs() {
		this.wecom.member("lost", 2L, 77L);
		List<Page> pages = pages(Detail.IDS, null);
		assertThat(gaps(pages)).containsExactly("wecom.gap.unknown-departments[1]");
		assertThat(member(pages, "lost").placements()).isNull();
	}

	@Test
	void departmentsBelowNothingAndInCirclesAreAGap() {
		this.wecom.department(8, 9, "甲");
		this.wecom.department(9, 8, "乙");
		this.wecom.department(10, 55, "丙");
		assertThat(gaps(pages(Detail.IDS, null))).containsExactly("wecom.gap.misplaced-departments[3, 8]");
	}

	@Test
	void aTreeThatChangesMeanwhileIsAGap() {
		try (PageReader reader = reading(Detail.IDS).read(null)) {
			List<Page> pages = new ArrayList<>(List.of(Objects.requireNonNull(reader.next())));
			this.wecom.department(5, 1, "新部门");
			for (Page page = reader.next(); page != null; page = reader.next()) {
				pages.add(page);
			}
			assertThat(gaps(pages)).containsExactly("wecom.gap.tree-changed");
		}
	}

	@Test
	void aRestartOnTheSameListsGoesOnBehindTheLastUserid() {
		List<Page> all = pages(Detail.IDS, null);
		List<Page> rest = pages(Detail.IDS, all.get(1).cursor());
		assertThat(all.get(1).members()).extracting(Member::ref).containsExactly("boss", "li");
		assertThat(members(rest)).extracting(Member::ref).containsExactly("wang", "zhang");
		assertThat(gaps(rest)).isEmpty();
	}

	@Test
	void aRestartOnOtherListsTellsAGapAndAllDepartmentsAgain() {
		List<Page> all = pages(Detail.IDS, null);
		this.wecom.department(5, 1, "新部门");
		this.wecom.member("adam", 5L);
		this.wecom.member("zoe", 5L);
		List<Page> rest = pages(Detail.IDS, all.get(1).cursor());
		assertThat(members(rest)).extracting(Member::ref).containsExactly("wang", "zhang", "zoe");
		assertThat(departments(rest)).extracting(Department::ref).contains("5");
		assertThat(gaps(rest)).containsExactly("wecom.gap.two-parts");
	}

	@Test
	void namesComeWithTheFirstDepartmentThatShowsAMemberOneCallEach() {
		List<Page> pages = pages(Detail.NAMES, null);
		assertThat(members(pages)).extracting(Member::ref).containsExactly("boss", "li", "zhang", "wang");
		assertThat(members(pages)).extracting(Member::name).contains("name of Zhang").doesNotContainNull();
		assertThat(departments(pages)).extracting(Department::name).containsExactly("公司", "研发部", "销售部", "后端组");
		assertThat(this.wecom.calls).filteredOn((call) -> call.startsWith("user/simplelist"))
			.containsExactlyInAnyOrder("user/simplelist 1", "user/simplelist 2", "user/simplelist 4");
	}

	@Test
	void aRestartDoesNotAskAgainForDepartmentsThatItHasHad() {
		List<Page> all = pages(Detail.NAMES, null);
		this.wecom.calls.clear();
		List<Page> rest = pages(Detail.NAMES, all.get(1).cursor());
		assertThat(all.get(1).members()).extracting(Member::ref).containsExactly("boss", "li", "zhang");
		assertThat(members(rest)).extracting(Member::ref).containsExactly("wang");
		assertThat(this.wecom.calls).filteredOn((call) -> call.startsWith("user/simplelist"))
			.containsExactly("user/simplelist 4");
	}

	@Test
	void whoeverTheAppMayNotSeeIsThereAllTheSame() {
		this.wecom.invisible.addAll(Set.of(1L, 4L));
		List<Page> pages = pages(Detail.FULL, null);
		assertThat(members(pages)).extracting(Member::ref).containsExactly("li", "zhang", "boss", "wang");
		assertThat(member(pages, "wang").fields().known()).isEmpty();
		assertThat(places(member(pages, "wang"))).isEqualTo("4 4");
		assertThat(departments(pages)).extracting(Department::name).containsExactly("", "研发部", "", "后端组");
		assertThat(gaps(pages)).isEmpty();
	}

	@Test
	void aRefusedDepartmentIsAGapAndItsMembersComeWithAnother() {
		this.wecom.refused.put(1L, 60011);
		List<Page> pages = pages(Detail.NAMES, null);
		assertThat(gaps(pages)).containsExactly("wecom.gap.refused-department[1, 60011, no]");
		assertThat(member(pages, "boss").name()).isEqualTo("name of boss");
		assertThat(members(pages)).hasSize(4);
		Page first = pages.get(1);
		this.wecom.calls.clear();
		assertThat(members(pages(Detail.NAMES, first.cursor()))).extracting(Member::ref)
			.containsExactly("boss", "wang");
		assertThat(this.wecom.calls("user/simplelist 1")).isZero();
	}

	@Test
	void aCredentialThatIsRefusedEverywhereEndsTheReading() {
		for (int code : List.of(48009, 60011)) {
			this.wecom.departments.keySet().forEach((id) -> this.wecom.refused.put(id, code));
			assertThatThrownBy(() -> pages(Detail.NAMES, null)).isInstanceOf(Refusal.class);
		}
	}

	@Test
	void withoutAnAppTheContactSecretIsTriedAndItsRefusalTold() {
		Reading reading = new Reading(this.wecom.client(false), Detail.NAMES, null, false, List.of());
		assertThatThrownBy(() -> pages(reading, null)).isInstanceOf(Refusal.class)
			.extracting((thrown) -> ((Refusal) thrown).code())
			.isEqualTo(48009);
	}

	@Test
	void departmentsAreAskedForSideBySideAndHandedOverInOrder() {
		CountDownLatch together = new CountDownLatch(3);
		FakeWeCom slow = new FakeWeCom() {
			@Override
			public MemberList memberNames(String token, long department) {
				together.countDown();
				try {
					assertThat(together.await(10, TimeUnit.SECONDS)).isTrue();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
				return super.memberNames(token, department);
			}
		};
		slow.department(1, 0, "公司");
		for (long id = 2; id < 40; id++) {
			slow.department(id, 1, "部门" + id);
			slow.member("u" + id, id);
		}
		Reading reading = new Reading(slow.client(true), Detail.NAMES, null, false, List.of(), Pace.REAL, 100, 2);
		assertThat(members(pages(reading, null))).extracting(Member::ref)
			.containsExactlyElementsOf(IntStream.range(2, 40).mapToObj((id) -> "u" + id).toList());
	}

	@Test
	void somebodyWhoComesMeanwhileIsAGap() {
		FakeWeCom changing = new FakeWeCom() {
			@Override
			public MemberList memberNames(String token, long department) {
				member("late", 1L);
				return super.memberNames(token, department);
			}
		};
		changing.department(1, 0, "公司");
		changing.member("a", 1L);
		Reading reading = new Reading(changing.client(true), Detail.NAMES, null, false, List.of(), Pace.REAL, 100, 2);
		assertThat(gaps(pages(reading, null))).containsExactly("wecom.gap.changed");
	}

	@Test
	void saysHowManyThereAre() {
		Reading reading = reading(Detail.NAMES);
		assertThat(reading.claimed()).isNull();
		pages(reading, null);
		assertThat(reading.claimed()).isEqualTo(new Claim(4, 4));
		assertThat(reading.check()).contains(new CheckResult(true, Message.of("wecom.check.company", 4, 4)),
				new CheckResult(true, Message.of("wecom.check.names", 4, 4)));
	}

	private Reading reading(Detail detail) {
		return new Reading(this.wecom.client(detail != Detail.IDS), detail, null, false, List.of(), Pace.REAL, 100, 2);
	}

	private List<Page> pages(Detail detail, @Nullable String cursor) {
		return pages(reading(detail), cursor);
	}

	static List<Page> pages(Reading reading, @Nullable String cursor) {
		List<Page> pages = new ArrayList<>();
		try (PageReader reader = reading.read(cursor)) {
			for (Page page = reader.next(); page != null; page = reader.next()) {
				pages.add(page);
			}
		}
		return pages;
	}

	static List<Member> members(List<Page> pages) {
		return pages.stream().flatMap((page) -> page.members().stream()).toList();
	}

	static List<Department> departments(List<Page> pages) {
		return pages.stream().flatMap((page) -> page.departments().stream()).toList();
	}

	static Member member(List<Page> pages, String ref) {
		return members(pages).stream().filter((member) -> member.ref().equals(ref)).findFirst().orElseThrow();
	}

	private static List<String> gaps(List<Page> pages) {
		return pages.stream().flatMap((page) -> page.gaps().stream()).map(Message::toString).toList();
	}

	private static String places(Member member) {
		Placements placements = Objects.requireNonNull(member.placements());
		return String.join(" ", placements.departments()) + " " + placements.main();
	}

}
