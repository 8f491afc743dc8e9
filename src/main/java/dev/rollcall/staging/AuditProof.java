package dev.rollcall.staging;

import java.util.List;
import java.util.Objects;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves that nothing was altered in the audit log or dropped from it, and that runs and
 * their plans are as it says; or tells what is not. Memory does not grow with what is
 * looked at, and a run that goes on meanwhile is seen at one moment.
 */
public final class AuditProof {

	private final JdbcTemplate jdbc;

	private final AuditLog log;

	private final TransactionTemplate moment;

	/**
	 * What was found out.
	 *
	 * @param head how the log ends
	 * @param entries how many entries there are
	 * @param runs how many runs were compared with them
	 * @param changes how many changes of their plans
	 * @param faults what is wrong, the first of it
	 * @param faultsInAll how much is wrong
	 */
	public record Result(AuditLog.Head head, long entries, long runs, long changes, List<Message> faults,
			long faultsInAll) {

		public Result {
			faults = List.copyOf(faults);
		}

	}

	public AuditProof(JdbcTemplate jdbc, AuditLog log) {
		this.jdbc = jdbc;
		this.log = log;
		this.moment = new TransactionTemplate(
				new DataSourceTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
		this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	/**
	 * Goes through the log, all runs and all plans.
	 * @param noted the first characters of a hash that the log has held before, null if
	 * nobody has noted any
	 */
	public Result prove(@Nullable String noted) {
		return Objects.requireNonNull(this.moment.execute((status) -> proveNow(noted)));
	}

	private Result proveNow(@Nullable String noted) {
		AuditFaults faults = new AuditFaults();
		AuditChain chain = new AuditChain(this.log, this.jdbc, faults);
		chain.check(noted);
		long runs = 0;
		long changes = 0;
		List<AuditedRun.Facts> page = AuditedRun.Facts.behind(0, this.jdbc);
		while (!page.isEmpty()) {
			for (AuditedRun.Facts facts : page) {
				AuditedRun run = new AuditedRun(this.jdbc, this.log, faults);
				run.check(facts, facts.id() <= chain.olderRuns());
				changes += run.changes();
				runs++;
			}
			page = AuditedRun.Facts.behind(page.get(page.size() - 1).id(), this.jdbc);
		}
		return new Result(this.log.head(), chain.entries(), runs, changes, faults.first(), faults.count());
	}

}
