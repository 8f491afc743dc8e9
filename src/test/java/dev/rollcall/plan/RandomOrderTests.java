package dev.rollcall.plan;

import java.util.List;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.memory.MemoryDirectory;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The order of a plan: parents come before children, leaves go first, and a value is
 * given up before it is taken. The target refuses whatever is not possible when its turn
 * comes.
 */
class RandomOrderTests {

	@Property
	void everyChangeIsPossibleWhenItsTurnComes(
			@ForAll(supplier = RandomScenarios.Exact.class) RandomScenario scenario) {
		MemoryDirectory target = scenario.target();
		PlanRehearsal plan = scenario.plan(target);
		Assume.that(plan.remarks().isEmpty());
		assertThat(plan.withheld()).isEmpty();
		for (Change change : plan.changes()) {
			assertThat(plan.apply(List.of(change))).as("%s", change).containsExactly(Outcome.done());
			assertThat(DirectoryFaults.of(target)).as("after %s", change).isEmpty();
		}
	}

	@Property
	void nothingFailsOnTheWayToAnEndThatIsPossible(
			@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario) {
		MemoryDirectory target = scenario.target();
		PlanRehearsal plan = scenario.plan(target);
		boolean possible = PlannedEnd.isPossible(plan, target);
		for (Change change : plan.changes()) {
			List<Outcome> outcomes = plan.apply(List.of(change));
			if (possible) {
				assertThat(outcomes).as("%s", change).containsExactly(Outcome.done());
			}
			assertThat(DirectoryFaults.of(target)).as("after %s", change).isEmpty();
		}
	}

}
