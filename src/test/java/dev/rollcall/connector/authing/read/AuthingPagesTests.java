package dev.rollcall.connector.authing.read;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.rollcall.connector.Claim;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether reading finds everybody, or says that it may not have. */
class AuthingPagesTests {

	private final FakeAuthing authing = new FakeAuthing();

	@BeforeEach
	void fill() {
		this.authing.put("n1", FakeAuthing.ROOT, "研发部");
		this.authing.put("n2", "n1", "后端组");
		for (int i = 0; i < 430; i++) {
			this.authing.user("user" + i, "n1", "n2");
		}
	}

	@Test
	void readsTheTreeOnceAndAPageOfUsersWithEachCall() {
		Reading reading = this.authing.reading(true, false);
		List<Page> pages = pages(reading, null);
		assertThat(refs(pages)).hasSize(430).doesNotHaveDuplicates();
		assertThat(gaps(pages)).isEmpty();
		assertThat(reading.claimed()).isEqualTo(new Claim(3, 430));
		// The first and the last page twice, the departments once more at the end.
		assertThat(this.authing.calls("users")).isEqualTo(9 + 2);
		assertThat(this.authing.calls("departments")).isEqualTo(2);
	}

	@Test
	void theRootIsTheNamelessTopOrNoDepartmentAtAll() {
		assertThat(departments(pages(this.authing.reading(true, false), null)))
			.extracting(Department::ref, Department::parent, Department::name, Department::id)
			.containsExactly(tuple("n0", null, "", null), tuple("n1", "n0", "研发部", "wn1"),
					tuple("n2", "n1", "后端组", "wn2"));
		assertThat(departments(pages(this.authing.reading(false, false), null)))
			.extracting(Department::ref, Department::parent, Department::name, Department::id)
			.containsExactly(tuple("n1", null, "研发部", "wn1"), tuple("n2", "n1", "后端组", "wn2"));
	}

	@Test
	void placesSomebodyInAllDepartmentsOfTheOrganisation() {
		DepartmentDetail led = new DepartmentDetail("n3", null, "n1", "前端组", null, null, List.of("x"), 1L, false, true,
				null);
		this.authing.departments.add(led);
		this.authing.users.add(FakeAuthing.userOf("x", "x", "甲", "n3", "elsewhere", "n1"));
		Member member = members(pages(this.authing.reading(true, false), null)).get(430);
		assertThat(member.placements().list()).containsExactly(new Placement("n3", null, true),
				new Placement("n1", null, false));
		assertThat(member.placements().main()).isEqualTo("n1");
	}

	@Test
	void whoeverComesMeanwhileIsRead() {
		happensOnce("users :6", () -> {
			for (int i = 0; i < 60; i++) {
				this.authing.user("late" + i, "n1");
			}
		});
		List<Page> pages = pages(this.authing.reading(true, false), null);
		assertThat(refs(pages)).hasSize(490).doesNotHaveDuplicates();
		assertThat(gaps(pages)).isEmpty();
		assertThat(this.authing.calls("users")).isLessThan(14);
	}

	@Test
	void readsOnceMoreWhenSomebodyHasGoneMeanwhile() {
		happensOnce("users :6", () -> this.authing.users.remove(10));
		List<Page> pages = pages(this.authing.reading(true, false), null);
		assertThat(refs(pages)).hasSize(430).contains("u10", "u250", "u300").doesNotHaveDuplicates();
		assertThat(gaps(pages)).isEmpty();
	}

	@Test
	void seesOneWhoGoesAndOneWhoComesAtTheSameTime() {
		happensOnce("users :6", () -> {
			this.authing.users.remove(10);
			this.authing.user("new", "n1");
		});
		List<Page> pages = pages(this.authing.reading(true, false), null);
		assertThat(refs(pages)).hasSize(431).contains("u10", "u250", "u430").doesNotHaveDuplicates();
		assertThat(gaps(pages)).isEmpty();
	}

	@Test
	void saysSoWhenPeopleNeverStopGoing() {
		this.authing.before = (call) -> {
			if (call.equals("users :6")) {
				this.authing.users.remove(10);
			}
		};
		assertThat(gaps(pages(this.authing.reading(true, false), null))).extracting(Message::code)
			.containsExactly("authing.gap.users-changed");
	}

	@Test
	void saysSoWhenADepartmentIsMovedMeanwhile() {
		happensOnce("users :6", () -> {
			this.authing.departments.remove(2);
			this.authing.put("n2", FakeAuthing.ROOT, "后端组");
		});
		assertThat(gaps(pages(this.authing.reading(true, false), null))).extracting(Message::code)
			.containsExactly("authing.gap.tree-changed");
	}

	@Test
	void goesOnBehindAnyPageWhereNothingHasChanged() {
		List<Page> pages = pages(this.authing.reading(true, false), null);
		for (int i = 0; i < pages.size(); i++) {
			assertThat(pages(this.authing.reading(true, false), pages.get(i).cursor()))
				.isEqualTo(pages.subList(i + 1, pages.size()));
		}
	}

	@Test
	void saysThatItWasReadInTwoPartsWhereSomethingHasChanged() {
		String cursor = pages(this.authing.reading(true, false), null).get(2).cursor();
		this.authing.users.remove(10);
		this.authing.user("new", "n1");
		assertThat(gaps(pages(this.authing.reading(true, false), cursor))).extracting(Message::code)
			.contains("authing.gap.two-parts");
	}

	@Test
	void doesNotHandAnybodyOverAgainBehindASecondPass() {
		happensOnce("users :6", () -> this.authing.users.remove(10));
		List<Page> pages = pages(this.authing.reading(true, false), null);
		Page again = pages.stream().filter((page) -> page.cursor().startsWith("AGAIN")).findFirst().orElseThrow();
		List<Page> rest = pages(this.authing.reading(true, false), again.cursor());
		assertThat(members(rest)).isEmpty();
		assertThat(gaps(rest)).extracting(Message::code).contains("authing.gap.two-parts");
	}

	@Test
	void leavesOutWhatHangsBelowNothingAndSaysSo() {
		this.authing.put("lost", "gone", "丢失");
		this.authing.put("a", "b", "甲");
		this.authing.put("b", "a", "乙");
		this.authing.put("n1", FakeAuthing.ROOT, "研发部");
		this.authing.user("somebody", "n1", "lost");
		List<Page> pages = pages(this.authing.reading(true, false), null);
		assertThat(departments(pages)).extracting(Department::ref).containsExactly("n0", "n1", "n2");
		assertThat(gaps(pages)).containsExactlyInAnyOrder(Message.of("authing.gap.misplaced-departments", 3, "a"),
				Message.of("authing.gap.repeated-department", "n1"));
	}

	private void happensOnce(String call, Runnable event) {
		AtomicBoolean happened = new AtomicBoolean();
		this.authing.before = (now) -> {
			if (now.equals(call) && happened.compareAndSet(false, true)) {
				event.run();
			}
		};
	}

	private static org.assertj.core.groups.Tuple tuple(@Nullable Object... values) {
		return org.assertj.core.api.Assertions.tuple(values);
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

	static List<Department> departments(List<Page> pages) {
		return pages.stream().flatMap((page) -> page.departments().stream()).toList();
	}

	static List<Member> members(List<Page> pages) {
		return pages.stream().flatMap((page) -> page.members().stream()).toList();
	}

	static List<String> refs(List<Page> pages) {
		return members(pages).stream().map(Member::ref).toList();
	}

	static List<Message> gaps(List<Page> pages) {
		return pages.stream().flatMap((page) -> page.gaps().stream()).toList();
	}

}
