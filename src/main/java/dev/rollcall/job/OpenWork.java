package dev.rollcall.job;

import java.util.EnumMap;
import java.util.Map;

import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Target;
import dev.rollcall.connector.Workload;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.staging.PlanCounts;
import dev.rollcall.staging.PlanStore;

/** What is still to be carried out of the plan of a run, and what that takes. */
final class OpenWork {

	private OpenWork() {
	}

	/** What a target says that it takes. */
	static Effort effort(Target target, PlanCounts counts) {
		return target.effort(new Workload(open(counts, EntryKind.DEPARTMENT), open(counts, EntryKind.MEMBER)));
	}

	/** Keeps with the plan what it takes, if that is a matter. */
	static Effort note(RunContext context, PlanStore plans) {
		Effort effort = effort(context.target(), plans.counts(context.id()));
		if (effort.calls() > 0) {
			plans.takes(context.id(), new PlanStore.Effort(effort.calls(), effort.atBest()));
		}
		return effort;
	}

	private static Map<ChangeKind, Long> open(PlanCounts counts, EntryKind entry) {
		Map<ChangeKind, Long> open = new EnumMap<>(ChangeKind.class);
		counts.changes()
			.stream()
			.filter((count) -> count.entry() == entry && count.open() > 0)
			.forEach((count) -> open.merge(count.kind(), count.open(), Long::sum));
		return open;
	}

}
