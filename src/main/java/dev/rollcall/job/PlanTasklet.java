package dev.rollcall.job;

import java.util.stream.Collectors;

import dev.rollcall.connector.Claim;
import dev.rollcall.connector.Source;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.plan.Gaps;
import dev.rollcall.plan.PlanMeasure;
import dev.rollcall.staging.Ledger;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.PlanWriter;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.Snapshot;
import dev.rollcall.staging.SnapshotStore;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Makes the plan of a run of what was staged and measures it, in one transaction: after a
 * crash there is either the whole plan with what it passes, and what it was made of is
 * gone, or none, and making it again makes the same.
 */
final class PlanTasklet implements Tasklet {

	private final RunContext context;

	private final SnapshotStore snapshots;

	private final PlanStore plans;

	private final MemberMatchings matchings;

	private final Ledger ledger;

	/**
	 * Makes the plan of a run.
	 * @param ledger remembers what the target does not show of departments
	 */
	PlanTasklet(RunContext context, SnapshotStore snapshots, PlanStore plans, MemberMatchings matchings,
			Ledger ledger) {
		this.context = context;
		this.snapshots = snapshots;
		this.plans = plans;
		this.matchings = matchings;
		this.ledger = ledger;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
		long run = this.context.id();
		if (this.plans.find(run) != null) {
			// Made by an execution that died before Spring Batch had taken note of it.
			return RepeatStatus.FINISHED;
		}
		complete();
		Planning planning = new Planning(this.context, this.snapshots, this.matchings);
		PlanWriter plan = this.plans.writer(run, planning.departmentSchema(), planning.memberSchema(),
				this.context.target().capabilities().unique());
		PlanMeasure measure = new PlanMeasure(planning.target(), this.context.definition().update());
		plan.seal(planning.plan(measure.over(plan), (members, departments) -> measure.over(members)));
		this.plans.hold(run, measure.breaches(this.context.definition().limits()));
		OpenWork.note(this.context, this.plans);
		forgetDepartmentsGone(planning.target());
		this.snapshots.deleteAllButDepartments(run);
		return RepeatStatus.FINISHED;
	}

	/** Somebody else may give their refs to other departments one day. */
	private void forgetDepartmentsGone(DepartmentTree target) {
		if (this.snapshots.find(this.context.id(), Side.TARGET).completeness().proved()) {
			this.ledger.keepOnly(target.all().stream().map(Department::ref).collect(Collectors.toSet()));
		}
	}

	/**
	 * Both sides have been read to their ends. Not said by those steps themselves: Spring
	 * Batch takes a step for completed before it tells any listener.
	 */
	private void complete() {
		for (Side side : Side.values()) {
			this.snapshots.complete(this.context.id(), side);
			compareWithClaim(side, (side == Side.SOURCE) ? this.context.source() : this.context.target());
		}
	}

	private void compareWithClaim(Side side, Source directory) {
		Claim claim = directory.claimed();
		if (claim == null) {
			return;
		}
		long run = this.context.id();
		this.snapshots.claimed(run, side, claim.departments(), claim.members());
		Snapshot read = this.snapshots.find(run, side);
		this.snapshots.addGaps(run, side,
				Gaps.claimed(read.departments(), read.members(), claim.departments(), claim.members()));
	}

}
