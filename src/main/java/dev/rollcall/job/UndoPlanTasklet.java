package dev.rollcall.job;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.connector.Target;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.PlanMeasure;
import dev.rollcall.plan.UndoPlanner;
import dev.rollcall.plan.UndoneDepartments;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlanWriter;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.Snapshot;
import dev.rollcall.staging.SnapshotStore;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Makes the plan of a run that takes another one back, in one transaction. The target is
 * not read as a whole: each entry that the other run has changed is looked up in it.
 */
final class UndoPlanTasklet implements Tasklet {

	private static final UndoPlanner.DoneChanges NOTHING = (phases, visitor) -> {
	};

	private final RunContext context;

	private final JobParts parts;

	private final RunObserver observer;

	private final long undone;

	UndoPlanTasklet(RunContext context, JobParts parts, RunObserver observer) {
		this.context = context;
		this.parts = parts;
		this.observer = observer;
		this.undone = Objects.requireNonNull(context.run().undoes());
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
		Target target = this.context.target();
		Plan former = this.parts.plans().find(this.undone);
		UndoPlanner.Known known = known(former, target);
		PlanWriter plan = this.parts.plans()
			.writer(this.context.id(), known.departments(), known.members(), target.capabilities().unique());
		// Finds out about departments, too, whose creation was not answered.
		CarriedOut done = (former != null) ? new CarriedOut(former, this.context, this.parts, this.observer) : null;
		TargetNow now = TargetNow.of(this.context, new RunDepartments(this.context.id(), this.parts.created()),
				this.parts.jdbc());
		UndoneDepartments departments = new UndoneDepartments(now, this.parts.created().find(this.undone),
				this.parts.created().broughtBack(target.identity().directory()),
				(name) -> (former != null) ? former.path(name) : name);
		PlanMeasure measure = new PlanMeasure();
		UndoPlanner planner = new UndoPlanner(this.undone, now, departments, known, measure.over(plan));
		plan.seal(planner.plan((done != null) ? done : NOTHING));
		count(departments.tree(), done);
		Snapshot held = this.parts.snapshots().find(this.context.id(), Side.TARGET);
		measure.holds(held.departments(), held.members());
		this.parts.plans().hold(this.context.id(), measure.breaches(this.context.definition().limits()));
		OpenWork.note(this.context, this.parts.plans());
		return RepeatStatus.FINISHED;
	}

	private static UndoPlanner.Known known(@Nullable Plan former, Target target) {
		Set<String> hidden = target.capabilities().hidden();
		return (former == null) ? new UndoPlanner.Known(target.departmentSchema(), target.memberSchema(), hidden)
				: new UndoPlanner.Known(former.departmentSchema().with(target.departmentSchema().names()),
						former.memberSchema().with(target.memberSchema().names()), hidden);
	}

	/**
	 * How many entries the target holds, for the limits: as many as before the other run,
	 * and what that has created, without what it has deleted.
	 */
	private void count(DepartmentTree lookedAt, @Nullable CarriedOut done) {
		SnapshotStore snapshots = this.parts.snapshots();
		long run = this.context.id();
		Target target = this.context.target();
		snapshots.delete(run, Side.TARGET);
		snapshots.begin(run, Side.TARGET, target.departmentSchema(), target.memberSchema(), List.of());
		snapshots.writer(run, Side.TARGET, this.context.firstKey())
			.write(lookedAt.parentsFirst(), List.of(), List.of(), List.of());
		if (done != null) {
			Snapshot before = snapshots.find(this.undone, Side.TARGET);
			snapshots.counted(run, Side.TARGET, before.departments() + done.growth(EntryKind.DEPARTMENT),
					before.members() + done.growth(EntryKind.MEMBER));
		}
	}

}
