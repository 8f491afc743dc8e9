package dev.rollcall.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps approvals: of each run the last one of each kind. */
public final class ApprovalStore {

	private static final String INSERT = """
			INSERT INTO approval (run_id, digest, kind, person, reason, approved_at, expires_at)
			VALUES (?, ?, ?, ?, ?, ?, ?)""";

	private static final String FIND = """
			SELECT digest, kind, person, reason, approved_at, expires_at, used_at FROM approval
			WHERE run_id = ? AND kind = ?""";

	private static final String HELD = """
			SELECT COUNT(*) FROM plan WHERE run_id = ? AND breach IS NOT NULL AND NOT EXISTS (
				SELECT 1 FROM approval WHERE approval.run_id = plan.run_id AND approval.digest = plan.digest
					AND approval.kind = 'LIMITS' AND approval.used_at IS NOT NULL)""";

	private static final String USE = """
			UPDATE approval SET used_at = ? WHERE run_id = ? AND kind = 'LIMITS' AND used_at IS NULL AND expires_at > ?""";

	private final JdbcTemplate jdbc;

	public ApprovalStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps an approval in place of an earlier one of its kind. */
	public void put(Approval approval) {
		this.jdbc.update("DELETE FROM approval WHERE run_id = ? AND kind = ?", approval.run(), approval.kind().name());
		Instant expires = approval.expiresAt();
		this.jdbc.update(INSERT, approval.run(), approval.digest(), approval.kind().name(), approval.person(),
				approval.reason(), Timestamp.from(approval.approvedAt()),
				(expires != null) ? Timestamp.from(expires) : null);
	}

	/** An approval of a run, expired or not; null when there is none. */
	public @Nullable Approval find(long run, Approval.Kind kind) {
		return this.jdbc.query(FIND, (row, index) -> approval(run, row), run, kind.name())
			.stream()
			.findFirst()
			.orElse(null);
	}

	/**
	 * Whether a plan passes a limit and may not be carried out: no approval of that very
	 * plan has been made use of.
	 */
	public boolean isHeld(long run) {
		Long held = this.jdbc.queryForObject(HELD, Long.class, run);
		return held != null && held > 0;
	}

	/** Makes use of an approval from now on, if there is one that has not expired. */
	public void use(long run, Instant now) {
		this.jdbc.update(USE, Timestamp.from(now), run, Timestamp.from(now));
	}

	/** Says that nothing has been done by an approval after all. */
	public void release(long run) {
		this.jdbc.update("UPDATE approval SET used_at = NULL WHERE run_id = ?", run);
	}

	private static Approval approval(long run, ResultSet row) throws SQLException {
		Timestamp expires = row.getTimestamp(6);
		Timestamp used = row.getTimestamp(7);
		return new Approval(run, row.getString(1), Approval.Kind.valueOf(row.getString(2)), row.getString(3),
				row.getString(4), row.getTimestamp(5).toInstant(), (expires != null) ? expires.toInstant() : null,
				(used != null) ? used.toInstant() : null);
	}

}
