package dev.rollcall.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.rollcall.report.RunReports;
import dev.rollcall.staging.EmbeddedDatabase;
import dev.rollcall.staging.Pruning;
import dev.rollcall.staging.RunStore;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes plans, snapshots, reports and Spring Batch's records of runs that ended long
 * ago. A run is pruned as a whole or not at all; if the process dies, the next one goes
 * on.
 */
public final class Prune {

	private final EmbeddedDatabase database;

	private final RunStore runs;

	private final Pruning pruning;

	private final Executions executions;

	private final RunReports reports;

	private final TransactionTemplate together;

	private final Clock clock;

	/**
	 * What came of it.
	 *
	 * @param runs which runs were pruned, or would be
	 * @param before how many bytes the database and the reports took
	 * @param after how many they take now
	 */
	public record Result(List<Long> runs, long before, long after) {

		public Result {
			runs = List.copyOf(runs);
		}

	}

	Prune(EmbeddedDatabase database, RunStore runs, Pruning pruning, Executions executions, RunReports reports,
			TransactionTemplate together, Clock clock) {
		this.database = database;
		this.runs = runs;
		this.pruning = pruning;
		this.executions = executions;
		this.reports = reports;
		this.together = together;
		this.clock = clock;
	}

	/** The runs that would be pruned. */
	public Result look(Duration keep) {
		long bytes = bytes();
		return new Result(due(keep), bytes, bytes);
	}

	/** Prunes all runs that ended longer ago. */
	public Result prune(Duration keep) {
		this.database.requireOwner();
		long before = bytes();
		List<Long> due = due(keep);
		due.forEach(this::prune);
		// Those of a process, too, that died before it came to the files.
		this.pruning.pruned().forEach(this.reports::delete);
		if (!due.isEmpty()) {
			this.database.compact();
		}
		return new Result(due, before, bytes());
	}

	private void prune(long id) {
		this.together.executeWithoutResult((status) -> {
			this.executions.forget(this.runs.find(id));
			this.pruning.prune(id, this.clock.instant());
		});
	}

	private List<Long> due(Duration keep) {
		Instant now = this.clock.instant();
		// Longer than there have been clocks is as good as for ever.
		boolean forEver = keep.compareTo(Duration.between(Instant.EPOCH, now)) > 0;
		return this.pruning.due(forEver ? Instant.EPOCH : now.minus(keep));
	}

	private long bytes() {
		return this.database.bytes() + this.reports.bytes();
	}

}
