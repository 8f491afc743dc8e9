package dev.rollcall.job;

import java.time.Clock;

import dev.rollcall.directory.Finding;
import dev.rollcall.staging.LeaverStore;
import dev.rollcall.staging.PlanCounts;
import dev.rollcall.staging.RunState;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Says how a run has ended, and writes its report. */
final class ReportTasklet implements Tasklet {

	private final RunContext context;

	private final JobParts parts;

	private final Clock clock;

	ReportTasklet(RunContext context, JobParts parts, Clock clock) {
		this.context = context;
		this.parts = parts;
		this.clock = clock;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
		long run = this.context.id();
		new LeaverStore(this.parts.jdbc()).release(run, this.context.target().identity().directory());
		this.parts.runs().ended(run, isFlawless(run) ? RunState.DONE : RunState.PARTIAL, null, this.clock.instant());
		this.parts.reports().write(run, this.context.source().rejectedRows());
		return RepeatStatus.FINISHED;
	}

	private boolean isFlawless(long run) {
		PlanCounts counts = this.parts.plans().counts(run);
		return counts.failed() == 0 && counts.withheld() == 0
				&& this.parts.findings().count(run, Finding.Severity.REJECTED) == 0
				&& this.parts.plans().conflicts(run, 1).isEmpty();
	}

}
