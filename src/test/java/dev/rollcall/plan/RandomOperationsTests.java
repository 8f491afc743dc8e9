package dev.rollcall.plan;

import java.util.List;
import java.util.Map;

import dev.rollcall.connector.memory.MemoryDirectory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/** A job does nothing but what it may do. */
class RandomOperationsTests {

	@Property
	void aDeleteOnlyJobNeitherCreatesNorChangesAnything(
			@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario, @ForAll boolean departments) {
		MemoryDirectory target = scenario.target();
		DirectoryState before = DirectoryState.of(target);
		PlanRehearsal plan = scenario.with(new Operations(false, false, true, departments)).plan(target);
		assertThat(plan.changes()).allMatch((change) -> change.kind() == ChangeKind.DELETE);
		plan.apply();
		DirectoryState after = DirectoryState.of(target);
		assertThat(before.members()).containsAllEntriesOf(after.members());
		assertThat(before.departments()).containsAllEntriesOf(after.departments());
	}

	@Property
	void anUpsertJobNeitherDeletesNorDisablesAnybody(
			@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario, @ForAll boolean create,
			@ForAll boolean update) {
		MemoryDirectory target = scenario.target();
		int members = target.members().size();
		int departments = target.departments().size();
		PlanRehearsal plan = scenario.with(new Operations(create, update, false, false)).plan(target);
		assertThat(plan.changes()).noneMatch((change) -> change.kind().removes());
		assertThat(plan.withheld()).noneMatch((change) -> change.kind().removes());
		plan.apply();
		List<Change> created = target.applied()
			.stream()
			.filter((change) -> change.kind() == ChangeKind.CREATE)
			.toList();
		assertThat(target.members().size() + target.departments().size())
			.isEqualTo(members + departments + created.size());
	}

	@Property
	void aJobOnlyDoesWhatItMay(@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario) {
		Operations allowed = scenario.rules().operations();
		boolean updates = allowed.update() && scenario.rules().update() != UpdateMode.NEVER;
		MemoryDirectory target = scenario.target();
		DirectoryState before = DirectoryState.of(target);
		scenario.plan(target).apply();
		DirectoryState after = DirectoryState.of(target);
		if (!allowed.create()) {
			assertThat(after.members()).hasSizeLessThanOrEqualTo(before.members().size());
			assertThat(before.departments()).containsKeys(refs(after.departments()));
		}
		if (!allowed.delete()) {
			assertThat(after.members()).hasSizeGreaterThanOrEqualTo(before.members().size());
		}
		if (!allowed.deleteDepartments()) {
			assertThat(after.departments()).containsKeys(refs(before.departments()));
		}
		if (!updates) {
			assertThat(target.applied()).allMatch((change) -> change.before() == null || change.after() == null
					|| change.reason().equals(Reasons.parked()));
		}
	}

	@Property
	void removesNothingOnTheWordOfASourceThatMayNotBeWhole(
			@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario) {
		MemoryDirectory target = scenario.target();
		DirectoryState before = DirectoryState.of(target);
		PlanRehearsal plan = scenario.whole(false).plan(target);
		assertThat(plan.changes()).noneMatch((change) -> change.kind().removes());
		plan.apply();
		DirectoryState after = DirectoryState.of(target);
		assertThat(after.departments()).containsKeys(refs(before.departments()));
		assertThat(after.members()).hasSizeGreaterThanOrEqualTo(before.members().size());
	}

	private static String[] refs(Map<String, ?> entries) {
		return entries.keySet().toArray(String[]::new);
	}

}
