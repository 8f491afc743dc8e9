package dev.rollcall.plan;

import java.util.List;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan brings a target where the source wants it, by whatever way. */
class RandomConvergenceTests {

	@Property
	void appliedOnceThereIsNothingLeftToDo(@ForAll(supplier = RandomScenarios.Lasting.class) RandomScenario scenario) {
		Assume.that(scenario.settles());
		MemoryDirectory target = scenario.target();
		PlanRehearsal plan = scenario.plan(target);
		Assume.that(plan.withheld().isEmpty() && plan.apply().stream().allMatch(RandomConvergenceTests::isDone));
		assertThat(scenario.again().plan(target).changes()).allMatch((change) -> isOnlyHidden(change, target));
	}

	/** Without a ledger, what a target never shows is written each time. */
	private static boolean isOnlyHidden(Change change, MemoryDirectory target) {
		return change.kind() == ChangeKind.UPDATE && change.after() instanceof Member after && after.userid() == null
				&& after.placements() == null
				&& target.capabilities().hidden().containsAll(after.fields().known().keySet());
	}

	@Property
	void thereIsNothingLeftToDoWhereAllIsKnown(
			@ForAll(supplier = RandomScenarios.Exact.class) RandomScenario scenario) {
		Assume.that(scenario.settles());
		MemoryDirectory target = scenario.target();
		PlanRehearsal plan = scenario.plan(target);
		plan.apply();
		assertThat(scenario.plan(target).changes()).isEmpty();
		assertThat(target.members()).extracting((member) -> Userid.key(member.userid()))
			.containsExactlyInAnyOrderElementsOf(
					scenario.source().members().stream().map((member) -> Userid.key(member.userid())).toList());
		assertThat(target.departments()).extracting(Department::name)
			.containsExactlyInAnyOrderElementsOf(
					scenario.source().departments().stream().map(Department::name).toList());
	}

	@Property
	void overwritingEndsWhereChangingDoes(@ForAll(supplier = RandomScenarios.Exact.class) RandomScenario scenario) {
		MemoryDirectory changed = scenario.target();
		scenario.plan(changed).apply();
		MemoryDirectory overwritten = scenario.target();
		scenario.with(UpdateMode.OVERWRITE).plan(overwritten).apply();
		assertThat(DirectoryState.inWords(overwritten)).isEqualTo(DirectoryState.inWords(changed));
	}

	/** After a crash the run may be given up and another one begun. */
	@Property
	void whereverItBreaksOffANewPlanLeadsToTheSameEnd(
			@ForAll(supplier = RandomScenarios.Exact.class) RandomScenario scenario) {
		Assume.that(scenario.settles());
		MemoryDirectory undisturbed = scenario.target();
		PlanRehearsal whole = scenario.plan(undisturbed);
		whole.apply();
		for (int done = 0; done < whole.changes().size(); done++) {
			MemoryDirectory target = scenario.target();
			PlanRehearsal broken = scenario.plan(target);
			broken.apply(broken.changes().subList(0, done));
			assertThat(scenario.plan(target).apply()).as("broken off after %d", done)
				.allMatch(RandomConvergenceTests::isDone);
			assertThat(withoutIds(target)).as("broken off after %d", done).isEqualTo(withoutIds(undisturbed));
		}
	}

	/**
	 * A department whose members are half moved may not be recognised any more; then it
	 * is made anew, without an id that only the target knew.
	 */
	private static List<String> withoutIds(MemoryDirectory directory) {
		return DirectoryState.inWords(directory).stream().map((line) -> line.replaceAll(" id=.*", "")).toList();
	}

	private static boolean isDone(Outcome outcome) {
		return outcome.state() == Outcome.State.DONE;
	}

}
