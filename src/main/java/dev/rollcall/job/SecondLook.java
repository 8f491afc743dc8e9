package dev.rollcall.job;

import java.util.List;
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

	private final TargetNow target;

	private final LostAnswers answers;

	private final Set<String> departmentsBefore;

	SecondLook(RunContext context, JobParts parts) {
		RunDepartments departments = new RunDepartments(context.id(), parts.created());
		this.target = new TargetNow(context.target(), departments, context.ledger(parts.jdbc()));
		this.departmentsBefore = parts.snapshots()
			.departments(context.id(), Side.TARGET)
			.stream()
			.map(Department::ref)
			.collect(Collectors.toSet());
		this.answers = new LostAnswers(context.target(), departments, () -> this.departmentsBefore);
	}

	/** What is to become of the refused changes of one entry. */
	List<Result> at(List<PlannedChange> refused) {
		WholeChanges all = new WholeChanges();
		refused.forEach((change) -> all.add(change.change()));
		Change whole = all.all().get(0);
		PlannedChange first = refused.get(0);
		PlannedChange asOne = new PlannedChange(first.phase(), first.segment(), first.position(), whole, first.state());
		if (!this.answers.carriedOut(List.of(asOne)).isEmpty()) {
			return refused.stream().map((change) -> new Result(change, ChangeState.DONE, null)).toList();
		}
		Message objection = objection(whole);
		ChangeState state = (objection == null) ? ChangeState.PENDING : ChangeState.FAILED;
		return refused.stream().map((change) -> new Result(change, state, objection)).toList();
	}

	/** Why a change must not be tried again; null when it may. */
	private @Nullable Message objection(Change change) {
		Entry now = this.target.find(change);
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
