package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.EntryKind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/** Every entry of both sides is decided about once, and the counts say what happens. */
class RandomCountsTests {

	@Property
	void theCountsAddUpToTheEntriesOfBothSides(@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario) {
		MemoryDirectory source = scenario.source();
		MemoryDirectory target = scenario.target();
		PlanRehearsal plan = scenario.plan(target);
		assertThat(plan.decided(EntryKind.MEMBER)).containsExactly(source.members().size(), target.members().size());
		assertThat(plan.decided(EntryKind.DEPARTMENT)).containsExactly(source.departments().size(),
				target.departments().size());
	}

	@Property
	void asManyAreChangedOrWithheldAsThePlanLists(
			@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario) {
		PlanRehearsal plan = scenario.plan(scenario.target());
		List<Change> listed = new ArrayList<>(plan.withheld());
		plan.forEach((phase, change) -> listed.add(change));
		listed.removeIf((change) -> change.reason().equals(Reasons.parked()));
		for (EntryKind kind : EntryKind.values()) {
			assertThat(plan.times(kind, Disposition.CHANGED) + plan.times(kind, Disposition.WITHHELD)).as("%s", kind)
				.isEqualTo(listed.stream().filter((change) -> change.entry() == kind).count());
		}
	}

}
