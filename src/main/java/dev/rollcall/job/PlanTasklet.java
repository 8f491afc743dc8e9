package dev.rollcall.job;

import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.PlanWriter;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.SnapshotStore;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Makes the plan of a run of what was staged, in one transaction: after a crash there is
 * either the whole plan or none, and making it again makes the same.
 */
final class PlanTasklet implements Tasklet {

	private final RunContext context;

	private final SnapshotStore snapshots;

	private final PlanStore plans;

	private final MemberMatchings matchings;

	PlanTasklet(RunContext context, SnapshotStore snapshots, PlanStore plans, MemberMatchings matchings) {
		this.context = context;
		this.snapshots = snapshots;
		this.plans = plans;
		this.matchings = matchings;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
		long run = this.context.id();
		complete();
		Planning planning = new Planning(this.context, this.snapshots, this.matchings);
		PlanWriter plan = this.plans.writer(run, planning.departmentSchema(), planning.memberSchema(),
				this.context.target().capabilities().unique());
		plan.seal(planning.plan(plan, (members, departments) -> members));
		return RepeatStatus.FINISHED;
	}

	/**
	 * Both sides have been read to their ends. Not said by those steps themselves: Spring
	 * Batch takes a step for completed before it tells any listener.
	 */
	private void complete() {
		for (Side side : Side.values()) {
			this.snapshots.complete(this.context.id(), side);
		}
	}

}
