package dev.rollcall.plan;

import java.util.List;
import java.util.Set;

import dev.rollcall.compare.Operation;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an ignore rule covers is never touched: random rules, of fields × operations ×
 * entries.
 */
class RandomIgnoreTests {

	@Property
	void whatARuleCoversOfAPairStaysAsItWas(@ForAll(supplier = RandomScenarios.Ruled.class) RandomScenario scenario) {
		Trial trial = new Trial(scenario);
		trial.plan.matched().pairs().forEach((existing, desired) -> {
			Member held = trial.before.members().get(existing.ref());
			Member now = trial.after.members().get(trial.refNow(existing));
			Set<String> paths = IgnoreOracle.paths(held, trial.existingTree);
			paths.addAll(IgnoreOracle.paths(desired, trial.desiredTree));
			List<String> userids = List.of(held.userid(), desired.userid());
			if (trial.rules.ignores(Operation.UPDATE, null, userids, paths)) {
				assertThat(now).isEqualTo(held);
			}
			for (String field : RandomJobs.FIELDS) {
				if (trial.rules.ignores(Operation.UPDATE, field, userids, paths)) {
					assertStays(field, held, now);
				}
			}
		});
	}

	@Property
	void nobodyIsDeletedWhomARuleProtects(@ForAll(supplier = RandomScenarios.Ruled.class) RandomScenario scenario) {
		Trial trial = new Trial(scenario);
		for (Change done : trial.target.applied()) {
			if (done.kind() == ChangeKind.DELETE && done.entry() == EntryKind.MEMBER) {
				Member gone = trial.before.members().get(done.ref());
				assertThat(trial.rules.ignores(Operation.DELETE, null, List.of(gone.userid()),
						IgnoreOracle.paths(gone, trial.existingTree)))
					.as("%s", done)
					.isFalse();
			}
		}
	}

	@Property
	void nothingIsCreatedThatARuleCovers(@ForAll(supplier = RandomScenarios.Ruled.class) RandomScenario scenario) {
		Trial trial = new Trial(scenario);
		for (Change done : trial.target.applied()) {
			if (done.kind() != ChangeKind.CREATE) {
				continue;
			}
			if (done.after() instanceof Member created) {
				assertCreated(created, scenario, trial);
			}
			else {
				assertThat(trial.rules.ignores(Operation.CREATE, "name", List.of(), Set.of(done.key()))).as("%s", done)
					.isFalse();
			}
		}
	}

	@Property
	void whatARuleCoversOfADepartmentStaysAsItWas(
			@ForAll(supplier = RandomScenarios.Ruled.class) RandomScenario scenario) {
		Trial trial = new Trial(scenario);
		trial.before.departments().forEach((ref, held) -> {
			Set<String> path = Set.of(trial.existingTree.path(ref));
			Department now = trial.after.departments().get(ref);
			if (trial.rules.ignores(Operation.DELETE, null, List.of(), path)) {
				assertThat(now).as("%s", path).isNotNull();
			}
			if (now != null && trial.rules.ignores(Operation.UPDATE, "parent", List.of(), path)) {
				assertThat(now.parent()).as("parent of %s", path).isEqualTo(held.parent());
			}
			if (now != null && trial.rules.ignores(Operation.UPDATE, "name", List.of(), path)) {
				assertThat(now.name()).as("name of %s", path).isEqualTo(held.name());
			}
		});
	}

	private static void assertCreated(Member created, RandomScenario scenario, Trial trial) {
		for (Member desired : scenario.source().members()) {
			if (!desired.userid().equals(created.userid()) || !desired.ref().equals(created.ref())) {
				continue;
			}
			Set<String> paths = IgnoreOracle.paths(desired, trial.desiredTree);
			List<String> userids = List.of(desired.userid());
			assertThat(trial.rules.ignores(Operation.CREATE, null, userids, paths)).as("%s", desired).isFalse();
			for (String field : RandomCompany.SCHEMA.names()) {
				if (trial.rules.ignores(Operation.CREATE, field, userids, paths)) {
					assertThat(created.fields().value(field)).as(field).isNull();
				}
			}
			assertPlaced(created, trial.rules, userids, paths);
		}
	}

	private static void assertPlaced(Member created, IgnoreOracle rules, List<String> userids, Set<String> paths) {
		Placements placements = created.placements();
		if (placements == null) {
			return;
		}
		assertThat(rules.ignores(Operation.CREATE, "departments", userids, paths)).isFalse();
		if (rules.ignores(Operation.CREATE, "main_department", userids, paths)) {
			assertThat(placements.main()).isNull();
		}
		for (Placement placement : placements.list()) {
			if (rules.ignores(Operation.CREATE, "order", userids, paths)) {
				assertThat(placement.order()).isNull();
			}
			if (rules.ignores(Operation.CREATE, "leader", userids, paths)) {
				assertThat(placement.leader()).isNull();
			}
		}
	}

	private static void assertStays(String field, Member held, Member now) {
		switch (field) {
			case "departments" -> assertThat(departments(now)).as(field).isEqualTo(departments(held));
			case "main_department" -> {
				if (held.placements() != null && held.placements().main() != null
						&& departments(now).contains(held.placements().main())) {
					assertThat(now.placements().main()).as(field).isEqualTo(held.placements().main());
				}
			}
			case "order", "leader" -> assertStanding(field, held, now);
			case "userid" -> assertThat(now.userid()).isEqualTo(held.userid());
			case "parent" -> {
				// Of departments only.
			}
			default -> assertThat(now.fields().value(field)).as(field).isEqualTo(held.fields().value(field));
		}
	}

	private static void assertStanding(String field, Member held, Member now) {
		for (Placement was : (held.placements() != null) ? held.placements().list() : List.<Placement>of()) {
			Placement is = now.placements().in(was.department());
			if (is != null && field.equals("order")) {
				assertThat(is.order()).as(field).isEqualTo(was.order());
			}
			if (is != null && field.equals("leader")) {
				assertThat(is.leader()).as(field).isEqualTo(was.leader());
			}
		}
	}

	private static Set<String> departments(Member member) {
		return (member.placements() != null) ? Set.copyOf(member.placements().departments()) : Set.of();
	}

	/** A plan that has been carried out, with what was there before. */
	private static final class Trial {

		private final IgnoreOracle rules;

		private final MemoryDirectory target;

		private final DepartmentTree desiredTree;

		private final DepartmentTree existingTree;

		private final DirectoryState before;

		private final PlanRehearsal plan;

		private final DirectoryState after;

		Trial(RandomScenario scenario) {
			this.rules = new IgnoreOracle(scenario.rules().ignore().rules());
			this.target = scenario.target();
			this.desiredTree = new DepartmentTree(scenario.source().departments());
			this.existingTree = new DepartmentTree(List.copyOf(this.target.departments()));
			this.before = DirectoryState.of(this.target);
			this.plan = scenario.plan(this.target);
			this.plan.apply();
			this.after = DirectoryState.of(this.target);
		}

		String refNow(Member existing) {
			return DirectoryState.refNow(existing.ref(), this.target.applied());
		}

	}

}
