package dev.rollcall.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.compare.DepartmentKey;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.EntrySelector;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom and what a run is about. */
class ScopeTests {

	private static final Schema SCHEMA = Schema.of("name");

	/** A department that has been renamed and moved, and one below it on either side. */
	private final DepartmentMatching matching = new DepartmentMatching(
			new DepartmentTree(List.of(department("s1", null, "公司", null), department("s2", "s1", "新部", "7"),
					department("s3", "s2", "新组", null))),
			new DepartmentTree(List.of(department("1", null, "公司", null), department("2", "1", "旧区", null),
					department("3", "2", "旧部", "7"), department("4", "3", "旧组", null))),
			List.of(DepartmentKey.ID, DepartmentKey.PATH));

	@Test
	void namesSomebodyInAnyCaseByTheFormerUseridAndByTheNewOne() {
		Scope scope = scope(Set.of("ZhangSan"), List.of());
		assertThat(scope.includes(member("zhangsan", null, "s1"), null)).isTrue();
		assertThat(scope.includes(member("new", "ZHANGSAN", "s1"), null)).isTrue();
		assertThat(scope.includes(member("other", null, "s1"), member("ZhangSan", null, "1"))).isTrue();
		assertThat(scope.includes(member("lisi", null, "s1"), member("lisi", null, "1"))).isFalse();
	}

	@Test
	void whoeverComesIntoADepartmentIsMeantAndSoIsWhoeverLeavesIt() {
		Scope scope = scope(Set.of(), List.of("公司/新部"));
		assertThat(scope.includes(member("a", null, "s2"), member("a", null, "1"))).isTrue();
		assertThat(scope.includes(member("a", null, "s1"), member("a", null, "3"))).isTrue();
		assertThat(scope.includes(null, member("a", null, "4"))).as("below it on the other side").isTrue();
		assertThat(scope.includes(member("a", null, "s3"), null)).isTrue();
		assertThat(scope.includes(member("a", null, "s1"), member("a", null, "2"))).isFalse();
		assertThat(scope.includes(new Member("a", "a", null, Fields.unknown(SCHEMA), null, null), null)).isFalse();
	}

	@Test
	void aDepartmentIsMeantByItsFormerPathAsWell() {
		Scope scope = scope(Set.of(), List.of("公司/旧区/旧部"));
		assertThat(scope.includesDesired(this.matching.source().find("s2"))).isTrue();
		assertThat(scope.includesDesired(this.matching.source().find("s3"))).isTrue();
		assertThat(scope.includesDesired(this.matching.source().find("s1"))).isFalse();
		assertThat(scope.includesExisting(this.matching.target().find("2"))).isFalse();
		assertThat(scope.isAbove(this.matching.source().find("s1"))).isTrue();
	}

	@Test
	void saysWhatNeitherSideHas() {
		Scope scope = scope(Set.of("a", "B", "typo"), List.of("公司/旧区", "公司/新部", "公司/新"));
		scope.includes(member("a", null, "s1"), member("b", null, "1"));
		assertThat(scope.unknown()).containsExactly("typo", "公司/新");
	}

	@Test
	void nobodyIsLeftOutWhereNobodyIsNamed() {
		Scope scope = scope(Set.of(), List.of());
		assertThat(scope.isEverything()).isTrue();
		assertThat(scope.includes(member("a", null, "s1"), null)).isTrue();
		assertThat(scope.includesExisting(this.matching.target().find("2"))).isTrue();
		assertThat(scope.unknown()).isEmpty();
	}

	private Scope scope(Set<String> members, List<String> departments) {
		return new Scope(new EntrySelector(members, departments), this.matching);
	}

	private static Member member(String userid, String former, String department) {
		return new Member(userid, userid, former, Fields.unknown(SCHEMA),
				new Placements(List.of(Placement.in(department)), department), null);
	}

	private static Department department(String ref, String parent, String name, String id) {
		return new Department(ref, parent, id, Fields.of(SCHEMA, Map.of("name", name)), null);
	}

}
