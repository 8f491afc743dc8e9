package dev.rollcall.job;

import dev.rollcall.directory.Finding;
import dev.rollcall.staging.LeaverStore;
import dev.rollcall.staging.LinkStore;
import dev.rollcall.staging.PlanCounts;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Says how a run has ended, and writes its report. */
final class ReportTasklet implements Tasklet {

	private final RunContext context;

	private final JobParts parts;

	private final RunTraffic traffic;

	ReportTasklet(RunContext context, JobParts parts, RunTraffic traffic) {
		this.context = context;
		this.parts = parts;
		this.traffic = traffic;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
		long run = this.context.id();
		String target = this.context.target().identity().directory();
		new LeaverStore(this.parts.jdbc()).release(run, target);
		new LinkStore(this.parts.jdbc()).settle(run, this.context.source().identity().directory(), target);
		this.traffic.save();
		this.parts.records().isOver(run, isFlawless(run));
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
