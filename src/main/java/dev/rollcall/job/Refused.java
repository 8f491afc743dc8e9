package dev.rollcall.job;

import java.util.Set;

import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.PlannedChange;
import org.jspecify.annotations.Nullable;

/**
 * Tells changes that a target has refused from others, a segment of the plan at a time.
 */
final class Refused {

	private final PlanStore plans;

	private final long run;

	private @Nullable PlannedChange last;

	private Set<Integer> positions = Set.of();

	Refused(PlanStore plans, long run) {
		this.plans = plans;
		this.run = run;
	}

	boolean contains(PlannedChange change) {
		PlannedChange other = this.last;
		if (other == null || other.phase() != change.phase() || other.segment() != change.segment()) {
			this.positions = this.plans.refused(this.run, change.phase(), change.segment());
			this.last = change;
		}
		return this.positions.contains(change.position());
	}

}
