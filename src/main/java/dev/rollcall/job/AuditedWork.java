package dev.rollcall.job;

import dev.rollcall.staging.AuditLog;

import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is done together with its entry in the audit log, about no run; tried again when
 * another process writes at the same moment.
 */
final class AuditedWork {

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	private final RetryTemplate retry;

	AuditedWork(AuditLog audit, TransactionTemplate transaction, RetryTemplate retry) {
		this.audit = audit;
		this.transaction = transaction;
		this.retry = retry;
	}

	/** Something that may turn out not to be possible any more. */
	@FunctionalInterface
	interface Work {

		/** Whether it was done. */
		boolean isDone();

	}

	/** Who is at work in this process. */
	String person() {
		return this.audit.person();
	}

	/**
	 * Does it, and notes it if it was done.
	 * @param content the lines of the entry
	 */
	boolean together(Work work, String content) {
		return this.retry.execute((attempt) -> Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean done = work.isDone();
			if (done) {
				this.audit.append(AuditLog.Kind.APPLICATION, 0, content);
			}
			return done;
		})));
	}

}
