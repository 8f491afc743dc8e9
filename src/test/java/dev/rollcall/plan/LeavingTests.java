package dev.rollcall.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.FieldPairing;
import dev.rollcall.compare.IgnoreRule;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.MemberComparison;
import dev.rollcall.compare.Operation;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.directory.Completeness;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is done with members who leave and are disabled, wait, or come back. */
class LeavingTests {

	private static final Schema SCHEMA = Schema.of("name", "enabled");

	private static final Operations ALL = new Operations(true, true, true, true);

	private static final Operations DELETE_ONLY = new Operations(false, false, true, true);

	private final RecordedPlan plan = new RecordedPlan();

	private Operations operations = ALL;

	private UpdateMode update = UpdateMode.CHANGED;

	private Schema source = Schema.of("name");

	private Completeness whole = new Completeness(List.of());

	private EntrySelector scope = EntrySelector.ALL;

	@Test
	void disablesWhoeverLeaves() {
		MemberPlanner planner = planner(OnLeave.DISABLE, Map.of());
		planner.onlyInTarget(member("a", "true"));
		assertThat(this.plan.lines()).containsExactly("! a", "CHANGED 0 1");
		assertThat(this.plan.changes()).singleElement().satisfies((change) -> {
			assertThat(change.before().fields().known()).isEqualTo(Map.of("enabled", "true"));
			assertThat(change.after().fields().known()).isEqualTo(Map.of("enabled", "false"));
			assertThat(change.name()).isEqualTo("名");
			assertThat(change.reason()).isEqualTo(Reasons.disabled());
		});
		assertThat(planner.end(true).staying()).isEmpty();
		assertThat(planner.end(true).waiting()).containsExactly("1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "true", "maybe" })
	void takesWhoeverIsNotSaidToBeDisabledForEnabled(String enabled) {
		planner(OnLeave.DISABLE_THEN_DELETE, Map.of()).onlyInTarget(member("a", enabled));
		assertThat(this.plan.lines()).containsExactly("! a", "CHANGED 0 1");
		assertThat(this.plan.changes().get(0).reason()).isEqualTo(Reasons.disabledFirst("30d"));
	}

	@Test
	void leavesWhoeverIsDisabledAlreadyAsTheyAre() {
		MemberPlanner planner = planner(OnLeave.DISABLE, Map.of());
		planner.onlyInTarget(member("by hand", "false"));
		assertThat(this.plan.lines()).containsExactly("WAITING 0 1");
		assertThat(planner.end(true).waiting()).containsExactly("1");
	}

	@Test
	void deletesNobodyBeforeTheirTimeAndEverybodyWhenItHasCome() {
		MemberPlanner planner = planner(OnLeave.DISABLE_THEN_DELETE,
				Map.of("soon", Leaver.Due.LATER, "now", Leaver.Due.NOW));
		planner.onlyInTarget(member("soon", "false"));
		planner.onlyInTarget(member("now", "false"));
		assertThat(this.plan.lines()).containsExactly("WAITING 0 1", "- now", "CHANGED 0 1");
		assertThat(this.plan.changes().get(0).reason()).isEqualTo(Reasons.waitIsOver("2026-03-01"));
		assertThat(this.plan.changes().get(0).before().fields().known())
			.isEqualTo(Map.of("name", "名", "enabled", "false"));
	}

	/** Who was disabled by hand, or by a job that never deletes, has not been warned. */
	@Test
	void beginsTheWaitOfWhomNobodyHasSetATimeFor() {
		MemberPlanner planner = planner(OnLeave.DISABLE_THEN_DELETE, Map.of("kept", Leaver.Due.NEVER));
		planner.onlyInTarget(member("by hand", "false"));
		planner.onlyInTarget(member("kept", "false"));
		assertThat(this.plan.lines()).containsExactly("! by hand", "CHANGED 0 1", "! kept", "CHANGED 0 1");
		assertThat(this.plan.changes()).allSatisfy((change) -> {
			assertThat(change.after().fields().known()).isEqualTo(Map.of("enabled", "false"));
			assertThat(change.reason()).isEqualTo(Reasons.alreadyDisabled("30d"));
		});
	}

	@Test
	void disablesAgainWhomAnAdministratorHasEnabledAndDoesNotDeleteThem() {
		planner(OnLeave.DISABLE_THEN_DELETE, Map.of("a", Leaver.Due.NOW)).onlyInTarget(member("a", "true"));
		assertThat(this.plan.lines()).containsExactly("! a", "CHANGED 0 1");
	}

	@Test
	void believesTheQueueWhereTheTargetDoesNotTell() {
		MemberPlanner planner = planner(OnLeave.DISABLE_THEN_DELETE, Map.of("a", Leaver.Due.LATER));
		planner.onlyInTarget(member("a", null));
		planner.onlyInTarget(member("b", null));
		assertThat(this.plan.lines()).containsExactly("WAITING 0 1", "! b", "CHANGED 0 1");
	}

	@ParameterizedTest
	@CsvSource({ "DELETE, -", "DISABLE, !", "DISABLE_THEN_DELETE, !" })
	void takesNothingAwayOnTheWordOfASourceThatMayNotBeWhole(OnLeave rule, String sign) {
		this.whole = new Completeness(List.of(Message.of("gap")));
		MemberPlanner planner = planner(rule, Map.of());
		planner.onlyInTarget(member("a", "true"));
		assertThat(this.plan.lines()).containsExactly(sign + " a plan.withheld.source-incomplete", "WITHHELD 0 1");
		assertThat(planner.end(true).staying()).containsExactly("1");
	}

	@ParameterizedTest
	@EnumSource(names = "DELETE", mode = EnumSource.Mode.EXCLUDE)
	void aRuleThatProtectsFromDeletingOrKeepsTheFieldProtectsFromDisabling(OnLeave rule) {
		IgnoreRule entry = new IgnoreRule(Set.of(), Set.of(Operation.DELETE),
				new EntrySelector(Set.of("boss"), List.of()));
		IgnoreRule field = new IgnoreRule(Set.of("enabled"), Set.of(), new EntrySelector(Set.of("robot"), List.of()));
		IgnoreRule updates = new IgnoreRule(Set.of("enabled"), Set.of(Operation.UPDATE), EntrySelector.ALL);
		MemberPlanner planner = planner(rule, Map.of("robot", Leaver.Due.NOW), entry, field, updates);
		planner.onlyInTarget(member("boss", "true"));
		planner.onlyInTarget(member("robot", "false"));
		planner.onlyInTarget(member("a", "true"));
		assertThat(this.plan.lines()).containsExactly("PROTECTED 0 1", "PROTECTED 0 1", "! a", "CHANGED 0 1");
	}

	@Test
	void aJobThatDoesNotDeleteDoesNotDisableEither() {
		this.operations = new Operations(true, true, false, false);
		planner(OnLeave.DISABLE, Map.of()).onlyInTarget(member("a", "true"));
		assertThat(this.plan.lines()).containsExactly("NOT_DELETED 0 1");
	}

	@Test
	void enablesWhoeverComesBack() {
		MemberPlanner planner = planner(OnLeave.DELETE, Map.of("a", Leaver.Due.LATER, "b", Leaver.Due.NOW));
		planner.pair(desired("a", "名"), member("a", "false"));
		planner.pair(desired("b", "新名"), member("b", "false"));
		planner.pair(desired("by hand", "名"), member("by hand", "false"));
		assertThat(this.plan.lines()).containsExactly("~ a", "CHANGED 1 1", "~ b", "CHANGED 1 1", "EQUAL 1 1");
		assertThat(this.plan.changes()).extracting(Change::reason)
			.containsExactly(Reasons.returned("2026-03-01"),
					Reasons.returnedAndDiffers("2026-03-01", List.of("name", "enabled")));
		assertThat(this.plan.changes().get(1).after().fields().known())
			.isEqualTo(Map.of("name", "新名", "enabled", "true"));
		assertThat(this.plan.changes().get(1).before().fields().known())
			.isEqualTo(Map.of("name", "名", "enabled", "false"));
	}

	@Test
	void aJobThatOnlyDisablesEnablesWhoeverComesBackAndChangesNothingElse() {
		this.operations = DELETE_ONLY;
		MemberPlanner planner = planner(OnLeave.DISABLE, Map.of("a", Leaver.Due.NEVER));
		planner.pair(desired("a", "新名"), member("a", "false"));
		assertThat(this.plan.lines()).containsExactly("~ a", "CHANGED 1 1");
		assertThat(this.plan.changes().get(0).after().fields().known()).isEqualTo(Map.of("enabled", "true"));
	}

	@Test
	void aJobThatNeverUpdatesButDisablesDoesSo() {
		this.update = UpdateMode.NEVER;
		planner(OnLeave.DISABLE, Map.of("a", Leaver.Due.NEVER)).pair(desired("a", "新名"), member("a", "false"));
		assertThat(this.plan.lines()).containsExactly("~ a", "CHANGED 1 1");
	}

	@Test
	void aJobThatMayEnableNobodyLeavesThemToOthers() {
		this.operations = DELETE_ONLY;
		MemberPlanner planner = planner(OnLeave.DELETE, Map.of("a", Leaver.Due.LATER));
		planner.pair(desired("a", "名"), member("a", "false"));
		planner.end(true);
		assertThat(this.plan.lines()).containsExactly("NOT_UPDATED 1 1");
	}

	@Test
	void whoeverIsEnabledAlreadyJustLeavesTheQueue() {
		this.operations = DELETE_ONLY;
		planner(OnLeave.DELETE, Map.of("a", Leaver.Due.LATER)).pair(desired("a", "名"), member("a", "true"));
		assertThat(this.plan.lines()).containsExactly("returned a", "NOT_UPDATED 1 1");
	}

	@Test
	void aRuleThatKeepsTheFieldKeepsThemDisabledAndOutOfTheQueue() {
		IgnoreRule rule = new IgnoreRule(Set.of("enabled"), Set.of(Operation.UPDATE), EntrySelector.ALL);
		planner(OnLeave.DISABLE_THEN_DELETE, Map.of("a", Leaver.Due.NOW), rule).pair(desired("a", "名"),
				member("a", "false"));
		assertThat(this.plan.lines()).containsExactly("returned a", "PROTECTED 1 1");
	}

	@ParameterizedTest
	@CsvSource({ "false, , 'returned a,EQUAL 1 1'", "true, true, '~ a,CHANGED 1 1'", "'', '', '~ a,CHANGED 1 1'" })
	void whatTheSourceSaysItselfRules(String said, String written, String lines) {
		this.source = SCHEMA;
		planner(OnLeave.DISABLE, Map.of("a", Leaver.Due.NEVER)).pair(member("a", said), member("a", "false"));
		assertThat(this.plan.lines()).containsExactly(lines.split(","));
		assertThat(this.plan.changes()).extracting((change) -> change.after().fields().value("enabled"))
			.isEqualTo((written != null) ? List.of(written) : List.of());
	}

	@Test
	void whoeverIsGoneFromTheTargetLeavesTheQueueIfItIsKnownToBeWhole() {
		Map<String, Leaver.Due> queue = Map.of("here", Leaver.Due.LATER, "gone", Leaver.Due.LATER);
		MemberPlanner planner = planner(OnLeave.DISABLE_THEN_DELETE, queue);
		planner.onlyInTarget(member("here", "false"));
		planner.end(false);
		assertThat(this.plan.lines()).containsExactly("WAITING 0 1");
		planner.end(true);
		assertThat(this.plan.lines()).containsExactly("WAITING 0 1", "returned gone");
	}

	@Test
	void whoeverSomebodyElseClaimsOrIsOutOfScopeStaysInTheQueue() {
		this.scope = new EntrySelector(Set.of("other"), List.of());
		MemberPlanner planner = planner(OnLeave.DISABLE_THEN_DELETE,
				Map.of("a", Leaver.Due.NOW, "b", Leaver.Due.NOW, "c", Leaver.Due.NOW));
		planner.onlyInTarget(member("a", "false"));
		planner.pair(desired("b", "名"), member("b", "false"));
		planner.conflict("名", List.of(), List.of(member("c", "false")));
		planner.end(true);
		assertThat(this.plan.lines()).containsExactly("OUT_OF_SCOPE 0 1", "OUT_OF_SCOPE 1 1", "OUT_OF_SCOPE 0 1");
	}

	private MemberPlanner planner(OnLeave rule, Map<String, Leaver.Due> queue, IgnoreRule... rules) {
		IgnoreRules ignore = new IgnoreRules(List.of(rules));
		DepartmentMatching matching = new DepartmentMatching(new DepartmentTree(List.of()),
				new DepartmentTree(List.of()), List.of());
		Map<String, Leaver> leavers = new HashMap<>();
		queue.forEach((ref, due) -> leavers.put(ref, new Leaver("2026-03-01", due)));
		Policy policy = new Policy(this.operations, this.update, this.whole, List.of(Set.of("name")), List.of(),
				new Leave(rule, "30d", new LeaverQueue(leavers)), new Scope(this.scope, matching));
		FieldPairing departments = new FieldPairing(Schema.of("name"), Set.of(), Schema.of("name"), false, Set.of());
		FieldPairing fields = new FieldPairing(this.source, Set.of(), SCHEMA, false, Set.of());
		return new MemberPlanner(new MemberComparison(fields, ignore,
				new DepartmentPlanner(matching, departments, ignore, policy).names()), policy, this.plan);
	}

	private Member desired(String userid, String name) {
		return new Member(userid, userid, null, Fields.of(this.source, Map.of("name", name)), null, null);
	}

	private static Member member(String userid, String enabled) {
		Fields fields = Fields.of(SCHEMA, Map.of("name", "名")).with("enabled", enabled);
		return new Member(userid, userid, null, fields, new Placements(List.of(Placement.in("1")), "1"), null);
	}

}
