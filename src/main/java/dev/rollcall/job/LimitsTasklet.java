package dev.rollcall.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
		Map<EntryKind, DeleteLimit.Breach> breaches = new EnumMap<>(EntryKind.class);
		measure(EntryKind.MEMBER, counts, target.members(), breaches);
		measure(EntryKind.DEPARTMENT, counts, target.departments(), breaches);
		List<Message> messages = new ArrayList<>();
		breaches.forEach((entry, breach) -> messages.add(message(entry, breach, wayOut(breaches.values()))));
		this.plans.hold(run, messages);
		return RepeatStatus.FINISHED;
	}

	private void measure(EntryKind entry, PlanCounts counts, long total, Map<EntryKind, DeleteLimit.Breach> breaches) {
		DeleteLimit.Breach breach = limit().breach(counts.of(entry, ChangeKind.DELETE), total);
		if (breach != null) {
			breaches.put(entry, breach);
		}
	}

	private Message message(EntryKind entry, DeleteLimit.Breach breach, String wayOut) {
		String code = (entry == EntryKind.MEMBER) ? "job.limit.members" : "job.limit.departments";
		return Message.of(code, breach.deletes(), breach.total(), percent(breach.percent()), limit().count(),
				percent(limit().percent()), limit().floor(), wayOut);
	}

	private DeleteLimit limit() {
		return this.context.definition().deleteLimit();
	}

	/** What has to be set, a key a line, so that this plan and not much more passes. */
	private static String wayOut(Collection<DeleteLimit.Breach> breaches) {
		StringBuilder settings = new StringBuilder();
		breaches.stream()
			.filter(DeleteLimit.Breach::byCount)
			.mapToLong(DeleteLimit.Breach::deletes)
			.max()
			.ifPresent((count) -> settings.append("limits.delete.count=").append(count).append('\n'));
		breaches.stream()
			.filter(DeleteLimit.Breach::byPercent)
			.mapToDouble((breach) -> Math.ceil(breach.percent()))
			.max()
			.ifPresent((percent) -> settings.append("limits.delete.percent=").append((long) percent));
		return settings.toString();
	}

	private static String percent(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

}
