package dev.rollcall.job;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;

import dev.rollcall.directory.Message;
import dev.rollcall.staging.AuditLog;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import dev.rollcall.staging.RunStore;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins what is done about a run afterwards: taking it back, or trying again what has
 * failed. Either is in the audit log from the moment in which it begins.
 */
final class Aftermath {

	private final RunStore runs;

	private final PlanStore plans;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Aftermath(RunStore runs, PlanStore plans, AuditLog audit, TransactionTemplate transaction, Clock clock) {
		this.runs = runs;
		this.plans = plans;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Begins a run that takes another one back.
	 * @throws RunException when nobody knows any more what the other one has done
	 */
	Run undo(Run undone, Run.Goal goal, String owner) {
		Plan plan = this.plans.find(undone.id());
		if (plan == null && (undone.state() == RunState.DONE || undone.state() == RunState.PARTIAL)) {
			throw new RunException(Message.of("job.undo-forgotten", undone.id()));
		}
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Run run = this.runs.beginUndo(undone, goal, owner, this.clock.instant());
			this.audit.append(AuditLog.Kind.UNDO, run.id(),
					"undoes=" + undone.id() + "\nplan=" + ((plan != null) ? plan.digest() : "") + "\ndone="
							+ this.plans.counts(undone.id()).done() + "\ngoal=" + goal.name().toLowerCase(Locale.ROOT));
			return run;
		}));
	}

	/** Whether any change of a run that is over could be tried again. */
	boolean isAnyRefused(Run run) {
		return this.plans.isAnyRefused(run.id());
	}

	/**
	 * Takes a run up again that is over, for what the target has refused.
	 * @throws RunException when that makes no sense
	 */
	Run retry(Run run, String owner) {
		Run undo = this.runs.undoneBy(run.id());
		if (undo != null) {
			throw new RunException(Message.of("job.retry.undone", run.id(), undo.id()));
		}
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			this.audit.append(AuditLog.Kind.RETRY, run.id(), "retry=" + (run.retries() + 1) + "\nplan="
					+ Objects.requireNonNull(this.plans.find(run.id())).digest());
			return this.runs.retry(run.id(), owner);
		}));
	}

}
