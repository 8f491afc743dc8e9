package dev.rollcall.job;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

import dev.rollcall.connector.Target;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Phase;
import dev.rollcall.plan.UndoPlanner;
import dev.rollcall.plan.UndoneDepartments;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlanCounts;
import dev.rollcall.staging.PlanReader;
import dev.rollcall.staging.PlanWriter;
import dev.rollcall.staging.PlannedChange;
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

	/** How often it is told how far it has come. */
	private static final int INTERVAL = 1000;

	private final RunContext context;

	private final JobParts parts;

	private final RunObserver observer;

	private final long undone;

	private long lookedAt;

	UndoPlanTasklet(RunContext context, JobParts parts, RunObserver observer) {
		this.context = context;
		this.parts = parts;
		this.observer = observer;
		this.undone = Objects.requireNonNull(context.run().undoes());
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
		this.lookedAt = 0;
		Target target = this.context.target();
		UndoneDepartments departments;
		Plan former = this.parts.plans().find(this.undone);
		UndoPlanner.Known known = known(former, target);
		PlanWriter plan = this.parts.plans()
			.writer(this.context.id(), known.departments(), known.members(), target.capabilities().unique());
		TargetNow now = new TargetNow(target, new RunDepartments(this.context.id(), this.parts.created()),
				this.context.ledger(this.parts.jdbc()));
		departments = new UndoneDepartments(now, this.parts.created().find(this.undone),
				this.parts.created().broughtBack(target.identity().directory()),
				(name) -> (former != null) ? former.path(name) : name);
		UndoPlanner planner = new UndoPlanner(this.undone, now, departments, known, plan);
		Map<String, String> paths = planner.plan((phases, visitor) -> show(former, phases, visitor));
		plan.seal(paths);
		count(departments.tree());
		return RepeatStatus.FINISHED;
	}

	private static UndoPlanner.Known known(@Nullable Plan former, Target target) {
		Set<String> hidden = target.capabilities().hidden();
		return (former == null) ? new UndoPlanner.Known(target.departmentSchema(), target.memberSchema(), hidden)
				: new UndoPlanner.Known(former.departmentSchema().with(target.departmentSchema().names()),
						former.memberSchema().with(target.memberSchema().names()), hidden);
	}

	private void show(@Nullable Plan former, Set<Phase> phases, BiConsumer<Phase, Change> visitor) {
		if (former == null) {
			return;
		}
		long all = this.parts.plans().counts(this.undone).done();
		PlanReader done = this.parts.plans().readDone(former, phases);
		while (done.hasNext()) {
			PlannedChange change = done.next();
			visitor.accept(change.phase(), change.change());
			if (++this.lookedAt % INTERVAL == 0) {
				this.observer.stepAdvances(Steps.PLAN, this.lookedAt, all);
			}
		}
	}

	/**
	 * How many entries the target holds, for the limits: as many as before the other run,
	 * and what that has created, without what it has deleted.
	 */
	private void count(DepartmentTree lookedAt) {
		SnapshotStore snapshots = this.parts.snapshots();
		long run = this.context.id();
		Target target = this.context.target();
		snapshots.delete(run, Side.TARGET);
		snapshots.begin(run, Side.TARGET, target.departmentSchema(), target.memberSchema(), List.of());
		snapshots.writer(run, Side.TARGET, this.context.firstKey())
			.write(lookedAt.parentsFirst(), List.of(), List.of(), List.of());
		if (snapshots.exists(this.undone, Side.TARGET)) {
			Snapshot before = snapshots.find(this.undone, Side.TARGET);
			PlanCounts done = this.parts.plans().counts(this.undone);
			snapshots.counted(run, Side.TARGET, before.departments() + growth(done, EntryKind.DEPARTMENT),
					before.members() + growth(done, EntryKind.MEMBER));
		}
	}

	private static long growth(PlanCounts counts, EntryKind entry) {
		return counts.changes()
			.stream()
			.filter((count) -> count.entry() == entry)
			.mapToLong((count) -> (count.kind() == ChangeKind.CREATE) ? count.done()
					: (count.kind() == ChangeKind.DELETE) ? -count.done() : 0)
			.sum();
	}

}
