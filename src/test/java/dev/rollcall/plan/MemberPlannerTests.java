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
import dev.rollcall.compare.MemberComparison;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberLink;
import dev.rollcall.compare.Operation;
import dev.rollcall.directory.Completeness;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is done with members that are matched, left over, or claimed by several. */
class MemberPlannerTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile", "email");

	private static final Operations ALL = new Operations(true, true, true, true);

	private static final Completeness WHOLE = new Completeness(List.of());

	private final RecordedPlan plan = new RecordedPlan();

	private List<Set<String>> required = List.of(Set.of("name"));

	@Test
	void doesNotCreateSomebodyOfWhomTooLittleIsKnown() {
		MemberPlanner planner = planner(ALL, WHOLE);
		planner.onlyInSource(member("bare", Map.of()));
		planner.onlyInSource(member("nameless", Map.of("name", "", "mobile", "1")));
		planner.onlyInSource(new Member("row 7", null, null, fields(Map.of("name", "甲")), null, null));
		assertThat(this.plan.lines()).containsExactly("INCOMPLETE 1 0", "INCOMPLETE 1 0", "INCOMPLETE 1 0");
	}

	@Test
	void doesNotCreateWithoutARequiredFieldThatARuleIgnores() {
		planner(ALL, WHOLE, IgnoreRule.fields("name")).onlyInSource(member("a", Map.of("name", "甲")));
		assertThat(this.plan.lines()).containsExactly("INCOMPLETE 1 0");
	}

	@Test
	void oneFieldOfAGroupIsEnough() {
		this.required = List.of(Set.of("email", "mobile"), Set.of("name"));
		MemberPlanner planner = planner(ALL, WHOLE);
		planner.onlyInSource(member("a", Map.of("name", "甲", "mobile", "1"), "s1"));
		planner.onlyInSource(member("b", Map.of("name", "乙", "email", "b@b.cn"), "s1"));
		planner.onlyInSource(member("c", Map.of("name", "丙", "email", ""), "s1"));
		assertThat(this.plan.lines()).containsExactly("+ a", "CHANGED 1 0", "+ b", "CHANGED 1 0", "INCOMPLETE 1 0");
		assertThat(planner.missing(member("c", Map.of("name", "丙", "email", ""), "s1")))
			.containsExactly(List.of("mobile", "email"));
		assertThat(planner.missing(new Member("row 7", null, null, fields(Map.of()), null, null)))
			.containsExactly(List.of("userid"), List.of("name"), List.of("mobile", "email"));
	}

	@Test
	void whoWouldBeInNoDepartmentIsNotCreated() {
		MemberPlanner planner = planner(ALL, WHOLE);
		planner.onlyInSource(member("a", Map.of("name", "甲"), "nowhere"));
		assertThat(this.plan.lines()).containsExactly("INCOMPLETE 1 0");
		assertThat(planner.missing(member("a", Map.of("name", "甲"), "nowhere")))
			.containsExactly(List.of("departments"));
	}

	@Test
	void whoIsToBeInNoDepartmentByARuleIsCreated() {
		MemberPlanner planner = planner(ALL, WHOLE, IgnoreRule.fields("departments"));
		planner.onlyInSource(member("a", Map.of("name", "甲"), "nowhere"));
		assertThat(this.plan.lines()).containsExactly("+ a", "CHANGED 1 0");
	}

	@Test
	void onlyWhatAWeakKeyHasFoundAndUseridsDoNotSayIsToBeRemembered() {
		MemberPlanner planner = planner(ALL, WHOLE, IgnoreRule.fields("userid"));
		planner.pair(member("a", Map.of("name", "甲")), member("A", Map.of("name", "甲")));
		planner.by(MemberKey.NAME);
		planner.pair(member("b", Map.of("name", "乙")), member("B", Map.of("name", "乙")));
		planner.pair(member("c", Map.of("name", "丙")), member("x", Map.of("name", "丙")));
		planner.pair(member("d", Map.of("name", "丁", "mobile", "1")), member("y", Map.of("name", "丁", "mobile", "2")));
		planner.linked(member("e", Map.of("name", "戊")), member("z", Map.of("name", "戊")),
				new MemberLink("z", MemberKey.NAME, 5));
		assertThat(this.plan.lines()).filteredOn((line) -> line.startsWith("linked"))
			.containsExactly("linked c x NAME equal", "linked d y NAME");
	}

	@Test
	void aProtectedEntryIsNeitherCreatedNorChangedNorDeleted() {
		EntrySelector boss = new EntrySelector(Set.of("BOSS"), List.of());
		MemberPlanner planner = planner(ALL, WHOLE, new IgnoreRule(Set.of(), Set.of(), boss));
		planner.onlyInSource(member("boss", Map.of("name", "总")));
		planner.pair(member("boss", Map.of("name", "总")), member("Boss", Map.of("name", "老总")));
		planner.onlyInTarget(member("boss", Map.of("name", "总")));
		assertThat(this.plan.lines()).containsExactly("PROTECTED 1 0", "PROTECTED 1 1", "PROTECTED 0 1");
		assertThat(planner.end(true).staying()).containsExactly("1");
	}

	@Test
	void aRuleForOneOperationLeavesTheOthersAlone() {
		IgnoreRule rule = new IgnoreRule(Set.of(), Set.of(Operation.DELETE), EntrySelector.ALL);
		MemberPlanner planner = planner(ALL, WHOLE, rule);
		planner.onlyInTarget(member("a", Map.of("name", "甲")));
		planner.onlyInSource(member("b", Map.of("name", "乙"), "s1"));
		assertThat(this.plan.lines()).containsExactly("PROTECTED 0 1", "+ b", "CHANGED 1 0");
	}

	/** Otherwise they would be deleted and created anew by every run. */
	@Test
	void whoHasNoneOfTheKeysIsNeitherCreatedNorDeleted() {
		MemberPlanner planner = planner(ALL, WHOLE);
		planner.by(MemberKey.MOBILE);
		planner.onlyInSource(member("a", Map.of("name", "甲"), "s1"));
		planner.onlyInTarget(member("b", Map.of("name", "乙", "mobile", "")));
		assertThat(this.plan.lines()).containsExactly("KEYLESS 1 0", "KEYLESS 0 1");
		assertThat(planner.end(true).staying()).containsExactly("1");
		planner.by(MemberKey.NAME);
		planner.onlyInTarget(member("b", Map.of("name", "乙")));
		assertThat(this.plan.lines()).endsWith("- b", "CHANGED 0 1");
	}

	@Test
	void withholdsDeletionsWhenTheSourceMayNotBeWhole() {
		MemberPlanner planner = planner(ALL, new Completeness(List.of(Message.of("gap"))));
		planner.onlyInTarget(member("a", Map.of("name", "甲")));
		assertThat(this.plan.lines()).containsExactly("- a plan.withheld.source-incomplete", "WITHHELD 0 1");
		assertThat(planner.end(true).staying()).containsExactly("1");
	}

	@Test
	void aDeletionKeepsAllThatIsKnownOfTheMember() {
		Member held = member("a", Map.of("name", "甲", "mobile", "1"));
		planner(ALL, WHOLE).onlyInTarget(held);
		assertThat(this.plan.changes()).singleElement().satisfies((change) -> {
			assertThat(change.before().fields().known()).isEqualTo(held.fields().known());
			assertThat(((Member) change.before()).placements().departments()).containsExactly("=1");
			assertThat(change.after()).isNull();
		});
	}

	@Test
	void nothingIsDoneToAnybodyWhomSeveralClaim() {
		MemberPlanner planner = planner(ALL, WHOLE);
		planner.conflict("王伟", List.of(member("a", Map.of()), member("b", Map.of())), List.of(member("c", Map.of())));
		assertThat(this.plan.lines()).containsExactly("CONFLICT 2 1",
				"conflict 王伟 plan.conflict.shared-members[2, 1, a, b, c]");
		assertThat(planner.end(true).staying()).as("whom it may mean stays").containsExactly("1");
	}

	@Test
	void rowsThatSayDifferentThingsOfOneUseridAreRejectedOnesOfTheSource() {
		planner(ALL, WHOLE).conflict("a", List.of(member("a", Map.of("name", "甲")), member("A", Map.of("name", "乙"))),
				List.of(member("a", Map.of("name", "丙"))));
		assertThat(this.plan.lines()).containsExactly("CONFLICT 2 1", "contradiction a plan.conflict.contradiction[a]",
				"contradiction A plan.conflict.contradiction[A]");
	}

	@Test
	void twoOfTheTargetThatShareAUseridAreNotTheSourcesFault() {
		planner(ALL, WHOLE).conflict("a", List.of(member("a", Map.of())),
				List.of(member("a", Map.of()), member("A", Map.of())));
		assertThat(this.plan.lines()).containsExactly("CONFLICT 1 2",
				"conflict a plan.conflict.shared-members[1, 2, a, a, A]");
	}

	@Test
	void whomAnEarlierConflictMayMeanIsNotedAndStays() {
		MemberPlanner planner = planner(ALL, WHOLE);
		planner.conflict("甲", List.of(), List.of(member("b", Map.of("name", "甲"))));
		assertThat(this.plan.lines()).containsExactly("CONFLICT 0 1", "conflict 甲 plan.conflict.shared-key[0, 1]");
		assertThat(planner.end(true).staying()).containsExactly("1");
	}

	@Test
	void aWeakKeyNeverGivesSomebodyTheAccountOfAnother() {
		MemberPlanner planner = planner(ALL, WHOLE);
		Member linked = new Member("m1", "a", null, fields(Map.of("mobile", "1")), null, null);
		planner.by(MemberKey.MOBILE);
		planner.pair(member("b", Map.of("mobile", "1")), linked);
		assertThat(this.plan.lines()).containsExactly("CONFLICT 1 1",
				"conflict 1 plan.conflict.linked-to-another[b, a]");
		planner.pair(member("A", Map.of("mobile", "1")), linked);
		assertThat(this.plan.lines()).contains("EQUAL 1 1");
		planner.linked(member("b", Map.of("mobile", "1")), linked, new MemberLink("m1", MemberKey.NAME, 1));
		assertThat(this.plan.lines()).filteredOn((line) -> line.startsWith("CONFLICT")).hasSize(2);
	}

	@Test
	void aUseridThatIsWrittenNeedNotBeRememberedAsALink() {
		MemberPlanner planner = planner(ALL, WHOLE);
		Member unlinked = new Member("m1", null, null, fields(Map.of("mobile", "1")), null, null);
		planner.by(MemberKey.USERID);
		planner.by(MemberKey.MOBILE);
		planner.pair(member("b", Map.of("mobile", "1")), unlinked);
		assertThat(this.plan.lines()).containsExactly("~ b", "CHANGED 1 1");
		MemberPlanner ignoring = planner(ALL, WHOLE, IgnoreRule.fields("userid"));
		ignoring.by(MemberKey.USERID);
		ignoring.by(MemberKey.MOBILE);
		ignoring.pair(member("b", Map.of("mobile", "1")), unlinked);
		assertThat(this.plan.lines()).contains("linked b m1 MOBILE equal");
	}

	@Test
	void saysWhereSomebodyStaysWhenThePlanIsDone() {
		MemberPlanner planner = planner(ALL, WHOLE);
		planner.pair(member("a", Map.of("name", "甲"), "s2"), member("a", Map.of("name", "甲"), "1"));
		planner.pair(member("b", Map.of("name", "乙"), "s1"), member("b", Map.of("name", "丙"), "1"));
		planner.onlyInTarget(member("c", Map.of("name", "丁"), "3"));
		assertThat(this.plan.lines()).filteredOn((line) -> !line.startsWith("CHANGED"))
			.containsExactly("> a", "~ b", "- c");
		assertThat(planner.end(true).staying()).containsExactlyInAnyOrder("1", "2");
	}

	private MemberPlanner planner(Operations operations, Completeness source, IgnoreRule... rules) {
		IgnoreRules ignore = new IgnoreRules(List.of(rules));
		Policy policy = new Policy(operations, UpdateMode.CHANGED, source, this.required, List.of());
		DepartmentMatching matching = new DepartmentMatching(
				new DepartmentTree(List.of(department("s1", "甲部"), department("s2", "乙部"))),
				new DepartmentTree(List.of(department("1", "甲部"), department("2", "乙部"), department("3", "丙部"))),
				List.of(DepartmentKey.PATH));
		FieldPairing departments = new FieldPairing(Schema.of("name"), Set.of(), Schema.of("name"), false, Set.of());
		FieldPairing fields = new FieldPairing(SCHEMA, Set.of(), SCHEMA, false, Set.of());
		return new MemberPlanner(new MemberComparison(fields, ignore,
				new DepartmentPlanner(matching, departments, ignore, policy).names()), policy, this.plan);
	}

	private static Department department(String ref, String name) {
		return new Department(ref, null, null, Fields.of(Schema.of("name"), Map.of("name", name)), null);
	}

	private static Member member(String userid, Map<String, String> values) {
		return member(userid, values, "1");
	}

	private static Member member(String userid, Map<String, String> values, String department) {
		return new Member(userid, userid, null, fields(values),
				new Placements(List.of(Placement.in(department)), department), null);
	}

	private static Fields fields(Map<String, String> values) {
		return Fields.of(SCHEMA, values);
	}

}
