package dev.rollcall.job;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.ChangedSince;
import dev.rollcall.plan.Phase;
import dev.rollcall.plan.WholeChanges;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlanReader;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Looks every entry up once more before a saved plan is applied that takes a run back,
 * and refuses if one is not as the plan knows it.
 */
final class UndoVerifyTasklet implements Tasklet {

	/** In these phases an entry may be written twice. */
	private static final Set<Phase> TOGETHER = EnumSet.of(Phase.DEPARTMENT_UPSERT, Phase.MEMBER_RELEASE,
			Phase.DEPARTMENT_DELETE);

	private final RunContext context;

	private final JobParts parts;

	private final RunObserver observer;

	UndoVerifyTasklet(RunContext context, JobParts parts, RunObserver observer) {
		this.context = context;
		this.parts = parts;
		this.observer = observer;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
		Plan plan = Objects.requireNonNull(this.parts.plans().find(this.context.id()), "verify comes behind plan");
		TargetNow now = TargetNow.of(this.context, new RunDepartments(this.context.id(), this.parts.created()),
				this.parts.jdbc());
		long expected = this.parts.plans().counts(this.context.id()).open();
		WholeChanges together = new WholeChanges();
		Lookups<Change> alone = new Lookups<>((changes) -> check(changes, now, Set.of()));
		long read = 0;
		for (PlanReader open = this.parts.plans().readOpen(plan); open.hasNext();) {
			PlannedChange planned = open.next();
			if (TOGETHER.contains(planned.phase())) {
				together.add(planned.change());
			}
			else {
				alone.add(planned.change());
			}
			this.observer.stepAdvances(Steps.VERIFY_TARGET, ++read, expected);
		}
		Set<String> movedAway = movedAway(together);
		alone.flush();
		Lookups<Change> all = new Lookups<>((changes) -> check(changes, now, movedAway));
		together.all().forEach(all::add);
		all.flush();
		this.observer.planned(this.context.run());
		return RepeatStatus.FINISHED;
	}

	/** Entries that may have what is created, because they give it up first. */
	private Set<String> movedAway(WholeChanges together) {
		Set<String> refs = new HashSet<>();
		for (Change change : together.all()) {
			if (change.before() instanceof Member before && before.userid() != null) {
				refs.add(account(before));
			}
		}
		this.parts.snapshots()
			.departments(this.context.id(), Side.TARGET)
			.forEach((department) -> refs.add(account(department)));
		return refs;
	}

	private void check(List<Change> changes, TargetNow target, Set<String> movedAway) {
		List<@Nullable Entry> found = target.find(changes);
		for (int i = 0; i < changes.size(); i++) {
			check(changes.get(i), found.get(i), movedAway);
		}
	}

	private void check(Change change, @Nullable Entry now, Set<String> movedAway) {
		boolean same = (change.kind() == ChangeKind.CREATE) ? now == null || movedAway.contains(account(now))
				: now != null && ChangedSince.planned(change, now).isEmpty();
		if (!same) {
			throw new TargetMovedOnException(Message.of("job.undo-moved-on", this.context.id(), change.key(),
					String.valueOf(this.context.run().undoes())));
		}
	}

	/** By what an entry is told from others that want its place. */
	private static String account(Entry entry) {
		String account = (entry instanceof Member member && member.userid() != null) ? Userid.key(member.userid())
				: (entry instanceof Department department) ? department.ref() : "";
		return entry.kind() + " " + account;
	}

}
