package dev.rollcall.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Remedy;
import dev.rollcall.plan.Gaps;
import dev.rollcall.staging.Approval;
import dev.rollcall.staging.ApprovalStore;
import dev.rollcall.staging.AuditLog;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.SnapshotStore;

import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a person's word that a held plan is right, or that a source which holds much less
 * than before is whole. Nothing else lets a plan pass its limits.
 */
public final class Approvals {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.systemDefault());

	private final PlanStore plans;

	private final SnapshotStore snapshots;

	private final ApprovalStore approvals;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	private final RetryTemplate retry;

	private final Clock clock;

	/**
	 * Approvals.
	 * @param retry how it is tried again when another process writes at the same moment
	 */
	Approvals(PlanStore plans, SnapshotStore snapshots, ApprovalStore approvals, AuditLog audit,
			TransactionTemplate transaction, RetryTemplate retry, Clock clock) {
		this.plans = plans;
		this.snapshots = snapshots;
		this.approvals = approvals;
		this.audit = audit;
		this.transaction = transaction;
		this.retry = retry;
		this.clock = clock;
	}

	/**
	 * Approves what a run waits for. Whoever approves again replaces the former word.
	 * @param digest the digest of the plan that was looked at, or its beginning
	 * @param reason why
	 * @param validFor how long the plan may be applied by that
	 * @return what has been approved
	 * @throws RunException when nothing waits for that, or the plan is another one
	 */
	public Message approve(Run run, String digest, String reason, Duration validFor) {
		boolean held = run.state() == RunState.HELD;
		Plan plan = this.plans.find(run.id());
		if (plan == null || (!held && !isShrunk(run))) {
			throw new RunException(Message.of("job.nothing-to-approve", run.id(), Runs.word(run.state())));
		}
		if (!plan.digest().startsWith(digest.toLowerCase(Locale.ROOT))) {
			throw new RunException(Message.of("job.wrong-digest", run.id(), digest));
		}
		Instant now = this.clock.instant();
		Instant expires = held ? now.plus(validFor) : null;
		put(new Approval(run.id(), plan.digest(), held ? Approval.Kind.LIMITS : Approval.Kind.SHRUNK,
				this.audit.person(), reason, now, expires, null));
		return (expires != null) ? Message.of("job.approved", run.id(), TIME.format(expires))
				: Message.of("job.approved-source", run.id(), run.job());
	}

	/**
	 * Makes sure that a held plan may be carried out.
	 * @throws RunException saying what has to be done before
	 */
	void require(Run run) {
		Approval approval = this.approvals.find(run.id(), Approval.Kind.LIMITS);
		if (approval == null) {
			throw new RunException(Message.of("job.held-cannot-apply", run.id()), Remedy.CONFIRM_THE_PLAN);
		}
		Instant expires = approval.expiresAt();
		if (expires != null && !approval.isGood(this.clock.instant())) {
			throw new RunException(Message.of("job.approval-expired", run.id(), TIME.format(expires),
					approval.digest().substring(0, Approval.SHORT)), Remedy.CONFIRM_THE_PLAN);
		}
	}

	private void put(Approval approval) {
		this.retry.execute((attempt) -> {
			this.transaction.executeWithoutResult((status) -> {
				this.approvals.put(approval);
				this.audit.append(AuditLog.Kind.APPROVAL, approval.run(), content(approval));
			});
			return null;
		});
	}

	private static String content(Approval approval) {
		return "kind=" + approval.kind() + "\ndigest=" + approval.digest() + "\nreason=" + approval.reason()
				+ ((approval.expiresAt() != null) ? "\nexpires=" + approval.expiresAt() : "");
	}

	/** Whether a run is over and its source held much less than the last proved one. */
	private boolean isShrunk(Run run) {
		return (run.state() == RunState.DONE || run.state() == RunState.PARTIAL)
				&& this.snapshots.exists(run.id(), Side.SOURCE)
				&& this.snapshots.find(run.id(), Side.SOURCE).gaps().stream().anyMatch(Gaps::isShrunk);
	}

}
