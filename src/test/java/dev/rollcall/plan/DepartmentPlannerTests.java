package dev.rollcall.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.compare.DepartmentKey;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.FieldPairing;
import dev.rollcall.compare.IgnoreRule;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.Operation;
import dev.rollcall.directory.Completeness;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is done with departments, and above all what is not. */
class DepartmentPlannerTests {

	private static final Schema SCHEMA = Schema.of("name");

	private static final Operations ALL = new Operations(true, true, true, true);

	private final RecordedPlan plan = new RecordedPlan();

	@Test
	void aSourceThatNamesNoDepartmentSaysNothingAboutDepartments() {
		plan(List.of(), List.of(department("1", null, "公司"), department("2", "1", "部")));
		assertThat(this.plan.lines()).containsExactly("WITHHELD 0 1", "WITHHELD 0 1",
				"- 公司/部 plan.withheld.source-incomplete", "- 公司 plan.withheld.not-empty");
	}

	@Test
	void nothingIsDoneToDepartmentsThatCannotBeToldApart() {
		List<Department> source = List.of(department("s", null, "公司", "7"), department("t", null, "集团", "7"));
		plan(source, List.of(department("1", null, "公司", "7")));
		assertThat(this.plan.lines()).containsExactly("conflict 7 plan.conflict.shared-key[2, 1]", "CONFLICT 2 1");
	}

	@Test
	void aDepartmentBelowOneThatCannotBeToldIsNotCreatedSomewhereElse() {
		List<Department> source = List.of(department("s", null, "公司", "7"), department("t", null, "集团", "7"),
				department("u", "t", "部"));
		plan(source, List.of(department("1", null, "公司", "7")));
		assertThat(this.plan.changes()).isEmpty();
		assertThat(this.plan.lines()).contains("NO_PARENT 1 0");
	}

	/** As of WeCom's id lists, which do not tell names. */
	@Test
	void oneWhoseNameIsUnknownIsNotCreatedNorAnythingBelowIt() {
		Department nameless = new Department("n", "s", "9", Fields.unknown(SCHEMA), null);
		plan(List.of(department("s", null, "公司"), nameless, department("b", "n", "部")),
				List.of(department("1", null, "公司")));
		assertThat(this.plan.changes()).isEmpty();
		assertThat(this.plan.lines()).contains("INCOMPLETE 1 0", "NO_PARENT 1 0");
	}

	@Test
	void protectedDepartmentsAndThoseAboveThemAreKept() {
		List<Department> target = List.of(department("1", null, "公司"), department("2", "1", "甲"),
				department("3", "2", "乙"), department("4", "3", "丙"), department("5", "1", "丁"));
		IgnoreRule keep = new IgnoreRule(Set.of(), Set.of(Operation.DELETE),
				new EntrySelector(Set.of(), List.of("公司/甲/乙")));
		plan(List.of(department("s", null, "公司")), target, keep);
		assertThat(this.plan.lines()).containsExactly("EQUAL 1 1", "PROTECTED 0 1", "PROTECTED 0 1", "WITHHELD 0 1",
				"CHANGED 0 1", "- 公司/甲 plan.withheld.not-empty", "- 公司/丁");
	}

	@Test
	void whatCannotBeMovedAwayAfterAllKeepsWhatIsAboveIt() {
		List<Department> source = List.of(department("s", null, "公司", "1"), department("m", "s", "甲", "3"));
		List<Department> target = List.of(department("1", null, "公司", "1"), department("2", "1", "旧", "2"),
				department("3", "2", "乙", "3"), department("4", "1", "甲", "4"));
		plan(source, target,
				new IgnoreRule(Set.of(), Set.of(Operation.DELETE), new EntrySelector(Set.of(), List.of("公司/甲"))));
		assertThat(this.plan.lines()).filteredOn((line) -> line.contains("plan.withheld"))
			.containsExactly("> 公司/旧/乙 plan.withheld.name-taken", "- 公司/旧 plan.withheld.not-empty");
		assertThat(this.plan.changes()).hasSize(2);
	}

	/** It would keep the other name if it could not be deleted after all. */
	@Test
	void oneWhoseNameIsIgnoredIsNotGivenAnotherToMakeRoom() {
		List<Department> source = List.of(department("s", null, "公司", "1"), department("n", "s", "甲", "9"));
		List<Department> target = List.of(department("1", null, "公司", "1"), department("2", "1", "甲", "2"));
		DepartmentMatching byId = new DepartmentMatching(new DepartmentTree(source), new DepartmentTree(target),
				List.of(DepartmentKey.ID));
		new DepartmentPlanner(byId, fields(),
				new IgnoreRules(List.of(new IgnoreRule(Set.of("name"), Set.of(Operation.UPDATE), EntrySelector.ALL))),
				policy(ALL))
			.plan(new Whereabouts(policy(ALL)), this.plan);
		assertThat(this.plan.lines()).filteredOn((line) -> line.contains("公司/"))
			.containsExactly("+ 公司/甲 plan.withheld.name-taken", "- 公司/甲");
	}

	@Test
	void aProtectedDepartmentIsNotEvenGivenItsId() {
		List<Department> source = List.of(department("s", null, "公司", "1"));
		plan(source, List.of(department("1", null, "公司")),
				new IgnoreRule(Set.of(), Set.of(), new EntrySelector(Set.of(), List.of("公司"))));
		assertThat(this.plan.lines()).containsExactly("PROTECTED 1 1");
	}

	@Test
	void aDepartmentStaysWhereItIsWhenItsParentIsIgnored() {
		List<Department> source = List.of(department("s", null, "公司", "1"), department("t", "s", "甲", "2"),
				department("u", "t", "新名", "3"));
		List<Department> target = List.of(department("1", null, "公司", "1"), department("2", "1", "甲", "2"),
				department("3", "1", "旧名", "3"));
		plan(source, target, IgnoreRule.fields("parent"));
		assertThat(this.plan.changes()).singleElement().satisfies((change) -> {
			assertThat(change.kind()).isEqualTo(ChangeKind.UPDATE);
			assertThat(change.after().fields().known()).isEqualTo(Map.of("name", "新名"));
		});
	}

	@Test
	void aDepartmentIsNotCreatedWithoutItsName() {
		plan(List.of(department("s", null, "公司")), List.of(), IgnoreRule.fields("name"));
		assertThat(this.plan.lines()).containsExactly("PROTECTED 1 0");
	}

	@Test
	void aDepartmentIsNotMovedBelowOneThatIsNotCreated() {
		List<Department> source = List.of(department("s", null, "公司", "1"), department("n", "s", "新中心"),
				department("u", "n", "部", "3"));
		List<Department> target = List.of(department("1", null, "公司", "1"), department("3", "1", "部", "3"));
		new DepartmentPlanner(matching(source, target), fields(), IgnoreRules.NONE,
				policy(new Operations(false, true, false, false)))
			.plan(new Whereabouts(policy(ALL)), this.plan);
		assertThat(this.plan.lines()).containsExactly("EQUAL 1 1", "NOT_CREATED 1 0", "EQUAL 1 1");
	}

	@Test
	void aDepartmentWithNobodyButWaitingLeaversWaitsWithThemAndSoDoesWhatIsAboveIt() {
		List<Department> target = List.of(department("1", null, "公司"), department("2", "1", "甲"),
				department("3", "2", "乙"), department("4", "1", "丙"), department("5", "4", "丁"));
		Whereabouts members = new Whereabouts(policy(ALL));
		members.waits(member("3"));
		members.waits(member("4"));
		members.stays(member("5"));
		new DepartmentPlanner(matching(List.of(department("s", null, "公司")), target), fields(), IgnoreRules.NONE,
				policy(ALL))
			.plan(members, this.plan);
		assertThat(this.plan.lines()).containsExactlyInAnyOrder("EQUAL 1 1", "WAITING 0 1", "WAITING 0 1",
				"WITHHELD 0 1", "WITHHELD 0 1", "- 公司/丙/丁 plan.withheld.not-empty", "- 公司/丙 plan.withheld.not-empty");
	}

	@Test
	void looksAtNothingOutsideTheChosenDepartmentsAndCreatesOnlyWhatStandsAboveThem() {
		List<Department> source = List.of(department("s", null, "公司", "1"), department("t", "s", "新大区", "2"),
				department("u", "t", "部", "3"), department("v", "s", "别处", "4"), department("w", "u", "组"));
		List<Department> target = List.of(department("1", null, "旧公司", "1"), department("3", "1", "旧部", "3"),
				department("4", "1", "旧别处", "4"), department("5", "3", "只在目标"), department("6", "1", "也只在目标"));
		plan(new EntrySelector(Set.of(), List.of("公司/新大区/部")), source, target);
		assertThat(this.plan.lines()).containsExactlyInAnyOrder("OUT_OF_SCOPE 1 1", "CHANGED 1 0", "CHANGED 1 1",
				"CHANGED 1 0", "OUT_OF_SCOPE 1 1", "CHANGED 0 1", "OUT_OF_SCOPE 0 1", "+ 公司/新大区", "> 旧公司/旧部",
				"+ 公司/新大区/部/组", "- 旧公司/旧部/只在目标");
	}

	@Test
	void forChosenMembersOnlyTheDepartmentsThatTheyNeedAreCreated() {
		List<Department> source = List.of(department("s", null, "公司"), department("t", "s", "新大区"),
				department("u", "t", "部"), department("v", "s", "别处"));
		List<Department> target = List.of(department("1", null, "公司"), department("2", "1", "只在目标"));
		DepartmentMatching matching = matching(source, target);
		Policy policy = policy(ALL).within(new Scope(new EntrySelector(Set.of("a"), List.of()), matching));
		Whereabouts members = new Whereabouts(policy);
		members.willBe(new Member("a", "a", null, Fields.unknown(SCHEMA),
				new Placements(List.of(Placement.in("+u"), Placement.in("=1")), "+u"), null));
		new DepartmentPlanner(matching, fields(), IgnoreRules.NONE, policy).plan(members, this.plan);
		assertThat(this.plan.lines()).containsExactlyInAnyOrder("OUT_OF_SCOPE 1 1", "CHANGED 1 0", "CHANGED 1 0",
				"OUT_OF_SCOPE 1 0", "OUT_OF_SCOPE 0 1", "+ 公司/新大区", "+ 公司/新大区/部");
	}

	@Test
	void conflictsOfOthersAreNotReported() {
		List<Department> source = List.of(department("s", null, "公司", "7"), department("t", null, "集团", "7"));
		plan(new EntrySelector(Set.of("a"), List.of()), source, List.of(department("1", null, "公司", "7")));
		assertThat(this.plan.lines()).containsExactly("OUT_OF_SCOPE 2 1");
	}

	private void plan(EntrySelector scope, List<Department> source, List<Department> target) {
		DepartmentMatching matching = matching(source, target);
		Policy policy = policy(ALL).within(new Scope(scope, matching));
		new DepartmentPlanner(matching, fields(), IgnoreRules.NONE, policy).plan(new Whereabouts(policy), this.plan);
	}

	private static Member member(String department) {
		return new Member("a", "a", null, Fields.unknown(SCHEMA),
				new Placements(List.of(Placement.in(department)), department), null);
	}

	private void plan(List<Department> source, List<Department> target, IgnoreRule... rules) {
		new DepartmentPlanner(matching(source, target), fields(), new IgnoreRules(List.of(rules)), policy(ALL))
			.plan(new Whereabouts(policy(ALL)), this.plan);
	}

	private static DepartmentMatching matching(List<Department> source, List<Department> target) {
		return new DepartmentMatching(new DepartmentTree(source), new DepartmentTree(target),
				List.of(DepartmentKey.ID, DepartmentKey.PATH));
	}

	private static FieldPairing fields() {
		return new FieldPairing(SCHEMA, Set.of(), SCHEMA, false, Set.of());
	}

	private static Policy policy(Operations operations) {
		return new Policy(operations, UpdateMode.CHANGED, new Completeness(List.of()), List.of(), List.of());
	}

	private static Department department(String ref, String parent, String name) {
		return department(ref, parent, name, null);
	}

	private static Department department(String ref, String parent, String name, String id) {
		return new Department(ref, parent, id, Fields.of(SCHEMA, Map.of("name", name)), null);
	}

}
