package dev.rollcall.job;

import java.time.Clock;

import dev.rollcall.staging.ApprovalStore;
import dev.rollcall.staging.Run;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * The gate before the first write. The plan was measured when it was made; whether it is
 * held depends on that and on a person's approval, of which use begins here. An approval
 * that expires while the plan is carried out is good to the end, restarts included.
 */
final class LimitsTasklet implements Tasklet {

	private final RunContext context;

	private final ApprovalStore approvals;

	private final Clock clock;

	LimitsTasklet(RunContext context, ApprovalStore approvals, Clock clock) {
		this.context = context;
		this.approvals = approvals;
		this.clock = clock;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
		if (this.context.run().goal() == Run.Goal.APPLY_SAVED) {
			this.approvals.use(this.context.id(), this.clock.instant());
		}
		return RepeatStatus.FINISHED;
	}

}
