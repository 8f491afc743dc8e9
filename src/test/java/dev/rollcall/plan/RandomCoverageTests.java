package dev.rollcall.plan;

import java.util.List;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Random directories and jobs are hard cases often enough to prove anything. Always the
 * same ones, so that a share that is small does not fall below its mark by chance.
 */
class RandomCoverageTests {

	@Property(seed = "1", tries = 500)
	@StatisticsReport(onFailureOnly = true)
	void exactScenariosGoRoundInCircles(@ForAll(supplier = RandomScenarios.Exact.class) RandomScenario scenario) {
		PlanRehearsal plan = scenario.plan(scenario.target());
		List<Change> members = plan.changes(Phase.MEMBER_RELEASE);
		List<Change> departments = plan.changes(Phase.DEPARTMENT_UPSERT);
		often("a unique value changes hands", !members.isEmpty(), 30);
		often("a chain or circle of three or more", members.size() > 2, 15);
		often("a member is parked", isAnyParked(members), 5);
		often("a department is parked", isAnyParked(departments), 5);
		often("a department moves", isAny(departments, ChangeKind.MOVE), 8);
		often("a department hangs itself below one of its own", isAnyTurned(departments, plan), 2);
		often("a department is told by its members", isAny(departments, "plan.reason.same-members"), 10);
		often("a member is renamed", members.stream().anyMatch(RandomCoverageTests::isRenamed), 5);
		often("departments are deleted", !plan.changes(Phase.DEPARTMENT_DELETE).isEmpty(), 30);
		often("nothing is in conflict", plan.remarks().isEmpty(), 50);
		often("it settles", scenario.settles(), 40);
	}

	@Property(seed = "1", tries = 500)
	@StatisticsReport(onFailureOnly = true)
	void scenariosAreOfEveryKind(@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario) {
		PlanRehearsal plan = scenario.plan(scenario.target());
		List<Change> changes = plan.changes();
		often("something is withheld", !plan.withheld().isEmpty(), 10);
		often("members are in conflict", !plan.matched().conflicting().isEmpty(), 5);
		often("departments are in conflict", !plan.departments().conflicts().isEmpty(), 5);
		often("rows contradict each other", plan.remarks().stream().anyMatch((it) -> it.startsWith("contra")), 3);
		often("somebody is protected", plan.times(EntryKind.MEMBER, Disposition.PROTECTED) > 0, 5);
		often("too little is known of somebody", plan.times(EntryKind.MEMBER, Disposition.INCOMPLETE) > 0, 10);
		often("a row is repeated", plan.times(EntryKind.MEMBER, Disposition.REPEATED) > 0, 2);
		often("a unique value changes hands", !plan.changes(Phase.MEMBER_RELEASE).isEmpty(), 5);
		often("somebody moves", isAny(changes, ChangeKind.MOVE), 20);
		often("somebody is deleted", isAny(changes, ChangeKind.DELETE), 20);
		often("the end is possible", PlannedEnd.isPossible(plan, scenario.target()), 15);
	}

	@Property(seed = "1", tries = 500)
	@StatisticsReport(onFailureOnly = true)
	void lastingScenariosSettle(@ForAll(supplier = RandomScenarios.Lasting.class) RandomScenario scenario) {
		MemoryDirectory target = scenario.target();
		PlanRehearsal plan = scenario.plan(target);
		boolean settles = scenario.settles() && plan.withheld().isEmpty();
		often("it settles", settles, 30);
		often("it settles, and something is to be done", settles && !plan.changes().isEmpty(), 25);
		often("all is done", settles && plan.apply().stream().allMatch((it) -> it.equals(Outcome.done())), 20);
	}

	private static void often(String what, boolean is, double percent) {
		Statistics.label(what)
			.collect(is)
			.coverage((coverage) -> coverage.check(true).percentage((share) -> share >= percent));
	}

	private static boolean isAnyParked(List<Change> changes) {
		return isAny(changes, "plan.reason.parked");
	}

	private static boolean isAnyTurned(List<Change> changes, PlanRehearsal plan) {
		return changes.stream()
			.anyMatch((change) -> change.kind() == ChangeKind.MOVE && change.after() instanceof Department after
					&& after.parent() != null && !DepartmentRef.isPlanned(after.parent())
					&& plan.departments()
						.target()
						.lineage(DepartmentRef.ref(after.parent()))
						.stream()
						.anyMatch((above) -> above.ref().equals(change.ref())));
	}

	private static boolean isAny(List<Change> changes, String reason) {
		return changes.stream().anyMatch((change) -> change.reason().code().equals(reason));
	}

	private static boolean isAny(List<Change> changes, ChangeKind kind) {
		return changes.stream().anyMatch((change) -> change.kind() == kind);
	}

	private static boolean isRenamed(Change change) {
		return change.before() instanceof Member before && change.after() instanceof Member after
				&& before.userid() != null && after.userid() != null;
	}

}
