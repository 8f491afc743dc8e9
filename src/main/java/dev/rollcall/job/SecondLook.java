package dev.rollcall.job;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.ChangedSince;
import dev.rollcall.plan.WholeChanges;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.PlanProgress.Result;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.Side;
import org.jspecify.annotations.Nullable;

/** Looks at entries again whose changes a target has refused. */
final class SecondLook {

	private final RunDepartments departments;

	private final TargetNow target;

	private final LostAnswers answers;

	private final Set<String> departmentsBefore;

	SecondLook(RunContext context, JobParts parts) {
		this.departmentsBefore = parts.snapshots()
			.departments(context.id(), Side.TARGET)
			.stream()
			.map(Department::ref)
			.collect(Collectors.toSet());
		this.departments = new RunDepartments(context.id(), parts.created(), () -> this.departmentsBefore,
				(department, ref) -> parts.created().put(context.id(), department, ref));
		this.target = TargetNow.of(context, this.departments, parts.jdbc());
		this.answers = new LostAnswers(context.target(), this.departments, () -> this.departmentsBefore);
	}

	/**
	 * What the departments of the plan are called in the target, as far as it was seen.
	 */
	RunDepartments departments() {
		return this.departments;
	}

	/**
	 * What is to become of refused changes.
	 * @param refused for each of some entries all of its changes, in their order
	 */
	List<Result> at(List<List<PlannedChange>> refused) {
		IdentityHashMap<PlannedChange, List<PlannedChange>> open = new IdentityHashMap<>();
		List<PlannedChange> wholes = new ArrayList<>(refused.size());
		for (List<PlannedChange> changes : refused) {
			PlannedChange whole = asOne(changes);
			wholes.add(whole);
			open.put(whole, changes);
		}
		List<Result> results = new ArrayList<>();
		for (Result done : this.answers.carriedOut(wholes)) {
			Objects.requireNonNull(open.remove(done.change()))
				.forEach((change) -> results.add(new Result(change, ChangeState.DONE, null, done.ref())));
		}
		List<PlannedChange> rest = wholes.stream().filter(open::containsKey).toList();
		List<@Nullable Entry> now = this.target.find(rest.stream().map(PlannedChange::change).toList());
		for (int i = 0; i < rest.size(); i++) {
			Message objection = objection(rest.get(i).change(), now.get(i));
			add(results, Objects.requireNonNull(open.get(rest.get(i))),
					(objection == null) ? ChangeState.PENDING : ChangeState.FAILED, objection);
		}
		return results;
	}

	private static PlannedChange asOne(List<PlannedChange> changes) {
		WholeChanges all = new WholeChanges();
		changes.forEach((change) -> all.add(change.change()));
		PlannedChange first = changes.get(0);
		return new PlannedChange(first.phase(), first.segment(), first.position(), all.all().get(0), first.state());
	}

	private static void add(List<Result> results, List<PlannedChange> changes, ChangeState state,
			@Nullable Message why) {
		changes.forEach((change) -> results.add(new Result(change, state, why)));
	}

	/** Why a change must not be tried again; null when it may. */
	private @Nullable Message objection(Change change, @Nullable Entry now) {
		if (change.kind() == ChangeKind.CREATE) {
			boolean free = now == null || (now instanceof Department && this.departmentsBefore.contains(now.ref()));
			return free ? null : Message.of("job.retry.exists");
		}
		if (now == null) {
			return Message.of("job.retry.gone");
		}
		Set<String> fields = ChangedSince.planned(change, now);
		return fields.isEmpty() ? null : Message.of("job.retry.changed", String.join(", ", fields));
	}

}
