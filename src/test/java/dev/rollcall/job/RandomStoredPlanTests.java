package dev.rollcall.job;

import java.util.List;

import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DirectoryState;
import dev.rollcall.plan.Operations;
import dev.rollcall.plan.PlanRehearsal;
import dev.rollcall.plan.RandomScenario;
import dev.rollcall.plan.RandomScenarios;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.TestDatabase;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of plans hold with the real stores between the steps, too. Not shrunk: the
 * tests of the rules in memory do that, and would find nearly all that is found here.
 */
class RandomStoredPlanTests {

	private static final int TRIES = 40;

	private static final JdbcTemplate JDBC = TestDatabase.create();

	private static long runs;

	@BeforeTry
	void forget() {
		JDBC.update("DELETE FROM ledger");
		JDBC.update("DELETE FROM plan_segment");
		JDBC.update("DELETE FROM snapshot_segment");
	}

	@Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
	void aPlanThatIsRehearsedIsTheOneThatIsStored(@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario,
			@ForAll @IntRange(min = 1, max = 8) int chunk) {
		Assume.that(isEachFieldTold(scenario.source()));
		MemoryDirectory target = scenario.target();
		PlanRehearsal rehearsed = scenario.plan(target);
		StoredRun run = run(scenario, target);
		run.plan(scenario.rules().whole(), chunk, false);
		assertThat(run.changes().stream().filter((planned) -> planned.state() != ChangeState.WITHHELD))
			.extracting(PlannedChange::change)
			.isEqualTo(rehearsed.changes());
		assertThat(run.changes().stream().filter((planned) -> planned.state() == ChangeState.WITHHELD))
			.extracting(PlannedChange::change)
			.containsExactlyInAnyOrderElementsOf(rehearsed.withheld());
	}

	@Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
	void aPlanDoesNotDependOnTheOrderOfReadingNorOnChunks(
			@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario,
			@ForAll @IntRange(min = 1, max = 8) int chunk, @ForAll @IntRange(min = 1, max = 8) int otherChunk) {
		Assume.that(scenario.source().members().stream().map(Member::ref).distinct().count() == scenario.source()
			.members()
			.size());
		Plan plan = run(scenario, scenario.target()).plan(scenario.rules().whole(), chunk, false);
		Plan other = run(scenario, scenario.target()).plan(scenario.rules().whole(), otherChunk, true);
		assertThat(other.digest()).isEqualTo(plan.digest());
	}

	/** Of four scenarios about one settles, by chance now and then of ten. */
	@Property(tries = 2 * TRIES, maxDiscardRatio = 20, shrinking = ShrinkingMode.OFF)
	void appliedOnceThereIsNothingLeftToDo(@ForAll(supplier = RandomScenarios.Lasting.class) RandomScenario scenario) {
		Assume.that(scenario.settles());
		MemoryDirectory target = scenario.target();
		StoredRun run = run(scenario, target);
		run.plan(scenario.rules().whole(), 3, false);
		run.apply();
		Assume.that(run.changes().stream().allMatch((planned) -> planned.state() == ChangeState.DONE));
		StoredRun again = run(scenario.again(), target);
		again.plan(scenario.rules().whole(), 3, false);
		assertThat(again.changes()).isEmpty();
	}

	@Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
	void aJobOnlyDoesWhatItMay(@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario,
			@ForAll boolean deletes) {
		MemoryDirectory target = scenario.target();
		StoredRun run = run(scenario.with(new Operations(!deletes, !deletes, deletes, deletes)), target);
		run.plan(scenario.rules().whole(), 3, false);
		run.apply();
		assertThat(target.applied()).allMatch((change) -> (change.kind() == ChangeKind.DELETE) == deletes);
	}

	@Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
	void whatIsWithheldOrClaimedBySeveralIsUntouched(
			@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario) {
		MemoryDirectory target = scenario.target();
		DirectoryState before = DirectoryState.of(target);
		List<Member> claimed = scenario.plan(target).matched().conflicting();
		StoredRun run = run(scenario, target);
		run.plan(scenario.rules().whole(), 3, false);
		run.apply();
		DirectoryState after = DirectoryState.of(target);
		claimed.forEach((member) -> assertThat(after.members().get(member.ref()))
			.isEqualTo(before.members().get(member.ref())));
		run.changes()
			.stream()
			.filter((planned) -> planned.state() == ChangeState.WITHHELD)
			.map(PlannedChange::change)
			.forEach((change) -> assertUntouched(change, before, after));
	}

	private static void assertUntouched(Change change, DirectoryState before, DirectoryState after) {
		if (change.ref() != null && change.entry() == EntryKind.MEMBER) {
			assertThat(after.members().get(change.ref())).isEqualTo(before.members().get(change.ref()));
		}
		else if (change.ref() != null) {
			assertThat(after.departments().get(change.ref())).isEqualTo(before.departments().get(change.ref()));
		}
	}

	private static StoredRun run(RandomScenario scenario, MemoryDirectory target) {
		return new StoredRun(JDBC, ++runs, scenario, target);
	}

	/** A run does not believe a column that is blank, nor a source without anybody. */
	private static boolean isEachFieldTold(MemoryDirectory source) {
		return source.memberSchema()
			.names()
			.stream()
			.allMatch((name) -> source.members().stream().anyMatch((member) -> {
				Fields fields = member.fields();
				String value = fields.value(name);
				return value != null && !value.isEmpty();
			}));
	}

}
