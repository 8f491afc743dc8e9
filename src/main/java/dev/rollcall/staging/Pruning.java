package dev.rollcall.staging;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Removes what old runs have left behind, but for the rows of the runs, their figures,
 * and what others rely on: the audit log, the ledger, the approvals and the leavers.
 */
public final class Pruning {

	/** What goes away with a run. Its figures are few rows, and stay. */
	static final List<String> TABLES = List.of("snapshot_segment", "finding", "plan_segment", "plan_conflict",
			"change_outcome", "created_department", "plan_returned", "plan_link", "plan");

	/** The last run of a job stays, whatever its age. */
	private static final String DUE = """
			SELECT id FROM run WHERE pruned_at IS NULL AND state IN ('DONE', 'PARTIAL', 'ABANDONED') AND ended_at < ?
				AND id NOT IN (SELECT MAX(latest.id) FROM run latest GROUP BY latest.job)
			ORDER BY id""";

	/**
	 * By the source of the last run that read a whole one, or one that a person took for
	 * whole, later sources are measured.
	 */
	private static final String MEASURES = """
			SELECT MAX(run.id) FROM run
			JOIN snapshot ON snapshot.run_id = run.id AND snapshot.side = 'SOURCE' AND snapshot.whole
			LEFT JOIN approval ON approval.run_id = run.id AND approval.kind = 'SHRUNK'
			WHERE run.state IN ('DONE', 'PARTIAL') AND run.undoes IS NULL
				AND (snapshot.gaps = '' OR approval.run_id IS NOT NULL)
			GROUP BY run.job""";

	private final JdbcTemplate jdbc;

	private final AuditLog audit;

	public Pruning(JdbcTemplate jdbc, AuditLog audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** Runs that ended before some moment and that nobody needs any more. */
	public List<Long> due(Instant before) {
		return this.jdbc.queryForList(DUE, Long.class, Timestamp.from(before));
	}

	/** Runs that have been pruned, the oldest first. */
	public List<Long> pruned() {
		return this.jdbc.queryForList("SELECT id FROM run WHERE pruned_at IS NOT NULL ORDER BY id", Long.class);
	}

	/** Whether all but the figures of a run has been removed. */
	public boolean isPruned(long run) {
		return !this.jdbc.queryForList("SELECT id FROM run WHERE id = ? AND pruned_at IS NOT NULL", Long.class, run)
			.isEmpty();
	}

	/** Prunes a run in the caller's transaction, and says so in the audit log. */
	public void prune(long run, Instant now) {
		String plan = this.jdbc.queryForList("SELECT digest FROM plan WHERE run_id = ?", String.class, run)
			.stream()
			.findFirst()
			.orElse("none");
		for (String table : TABLES) {
			this.jdbc.update("DELETE FROM " + table + " WHERE run_id = ?", run);
		}
		if (!this.jdbc.queryForList(MEASURES, Long.class).contains(run)) {
			this.jdbc.update("DELETE FROM snapshot WHERE run_id = ?", run);
		}
		this.jdbc.update("UPDATE run SET pruned_at = ? WHERE id = ?", Timestamp.from(now), run);
		this.audit.append(AuditLog.Kind.PRUNED, run, "plan=" + plan);
	}

}
