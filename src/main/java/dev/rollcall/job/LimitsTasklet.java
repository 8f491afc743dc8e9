package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DeleteLimit;
import dev.rollcall.staging.PlanCounts;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.Snapshot;
import dev.rollcall.staging.SnapshotStore;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Measures the plan of a run before anything is written. */
final class LimitsTasklet implements Tasklet {

	private final RunContext context;

	private final SnapshotStore snapshots;

	private final PlanStore plans;

	LimitsTasklet(RunContext context, SnapshotStore snapshots, PlanStore plans) {
		this.context = context;
		this.snapshots = snapshots;
		this.plans = plans;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
		long run = this.context.id();
		PlanCounts counts = this.plans.counts(run);
		Snapshot target = this.snapshots.find(run, Side.TARGET);
		List<Message> breaches = new ArrayList<>();
		measure(EntryKind.MEMBER, counts, target.members(), breaches);
		measure(EntryKind.DEPARTMENT, counts, target.departments(), breaches);
		this.plans.hold(run, breaches);
		return RepeatStatus.FINISHED;
	}

	private void measure(EntryKind entry, PlanCounts counts, long total, List<Message> breaches) {
		DeleteLimit limit = this.context.definition().deleteLimit();
		DeleteLimit.Breach breach = limit.breach(counts.of(entry, ChangeKind.DELETE), total);
		if (breach != null) {
			String code = (entry == EntryKind.MEMBER) ? "job.limit.members" : "job.limit.departments";
			breaches.add(Message.of(code, breach.deletes(), breach.total(), percent(breach.percent()), limit.count(),
					percent(limit.percent()), limit.floor()));
		}
	}

	private static String percent(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

}
