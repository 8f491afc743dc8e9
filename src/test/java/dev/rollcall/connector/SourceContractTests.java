package dev.rollcall.connector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every source must do, whatever is behind it. A connector joins by a subclass that
 * opens a directory in which somebody is.
 */
public abstract class SourceContractTests {

	/**
	 * An open directory with the departments 公司, 研发部 in it and 后端组 in that, and with the
	 * member ZhangSan, 张三, in the last two of them. More may be there. Called once in
	 * each test; whoever gives it closes it.
	 */
	protected abstract Source filled();

	/** Whether it tells more than who there is and where. */
	protected boolean tellsNames() {
		return true;
	}

	@Test
	void readsTheSameWhereverItResumes() {
		Source source = filled();
		List<Page> pages = pages(source, null);
		assertThat(pages).isNotEmpty();
		for (int i = 0; i < pages.size(); i++) {
			List<Page> rest = pages(source, pages.get(i).cursor());
			List<Page> expected = pages.subList(i + 1, pages.size());
			assertThat(rest).as("behind page %d", i)
				.usingRecursiveFieldByFieldElementComparatorIgnoringFields("departments")
				.isEqualTo(expected);
			// Departments may come again, but none may be missing.
			assertThat(departments(rest)).containsAll(departments(expected));
		}
	}

	@Test
	void readsTheSameAgain() {
		Source source = filled();
		assertThat(pages(source, null)).isEqualTo(pages(source, null));
	}

	@Test
	void ends() {
		try (PageReader reader = filled().read(null)) {
			while (reader.next() != null) {
				assertThat(reader.expected()).isGreaterThanOrEqualTo(-1);
			}
			assertThat(reader.next()).isNull();
		}
	}

	@Test
	void givesEachPageACursorOfItsOwn() {
		List<Page> pages = pages(filled(), null);
		assertThat(pages.stream().map(Page::cursor)).doesNotContainNull().doesNotHaveDuplicates();
	}

	@Test
	void handsParentsOverBeforeTheirChildrenAndDepartmentsBeforeTheirMembers() {
		Set<String> seen = new HashSet<>();
		List<String> names = new ArrayList<>();
		for (Page page : pages(filled(), null)) {
			for (Department department : page.departments()) {
				assertThat(department.parent() == null || seen.contains(department.parent())).isTrue();
				seen.add(department.ref());
				names.add(department.name());
			}
			for (Member member : page.members()) {
				if (member.placements() != null) {
					assertThat(seen).containsAll(member.placements().departments());
				}
			}
		}
		if (tellsNames()) {
			assertThat(names).containsSubsequence("公司", "研发部", "后端组");
		}
		else {
			assertThat(names).hasSizeGreaterThanOrEqualTo(3).containsOnly("");
		}
	}

	@Test
	void tellsWhereSomebodyIsAndWhatIsKnown() {
		Source source = filled();
		Member member = pages(source, null).stream()
			.flatMap((page) -> page.members().stream())
			.filter((one) -> "ZhangSan".equals(one.userid()))
			.findFirst()
			.orElseThrow();
		assertThat(member.name()).isEqualTo(tellsNames() ? "张三" : null);
		assertThat(member.fields().schema()).isEqualTo(source.memberSchema());
		assertThat(member.placements()).isNotNull();
		assertThat(member.placements().list()).hasSize(2).doesNotHaveDuplicates();
		if (tellsNames()) {
			assertThat(member.placements().list()).extracting(Placement::department)
				.contains(member.placements().main());
		}
	}

	/** One that says nothing of itself proves nothing by that, and is none the worse. */
	@Test
	void holdsAsManyAsItSays() {
		Source source = filled();
		List<Page> pages = pages(source, null);
		Claim claim = source.claimed();
		assertThat(claim == null || claim.members() < 0 || claim.members() == members(pages)).as("members: " + claim)
			.isTrue();
		assertThat(claim == null || claim.departments() < 0
				|| claim.departments() == departments(pages).stream().map(Department::ref).distinct().count())
			.as("departments: " + claim)
			.isTrue();
	}

	@Test
	void isTheSameDirectoryEachTimeItIsAsked() {
		Source source = filled();
		Identity identity = source.identity();
		pages(source, null);
		assertThat(source.identity()).isEqualTo(identity);
		assertThat(identity.directory()).isNotBlank();
	}

	@Test
	void hasNothingToComplainOf() {
		assertThat(filled().check()).allMatch(CheckResult::good);
	}

	private static long members(List<Page> pages) {
		return pages.stream().mapToLong((page) -> page.members().size()).sum();
	}

	private static List<Department> departments(List<Page> pages) {
		return pages.stream().flatMap((page) -> page.departments().stream()).toList();
	}

	protected static List<Page> pages(Source source, @Nullable String cursor) {
		List<Page> pages = new ArrayList<>();
		try (PageReader reader = source.read(cursor)) {
			for (Page page = reader.next(); page != null; page = reader.next()) {
				pages.add(page);
			}
		}
		return pages;
	}

}
