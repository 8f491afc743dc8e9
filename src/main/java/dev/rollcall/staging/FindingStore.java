package dev.rollcall.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Userid;

import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps rows and values of sources that could not be used. */
public final class FindingStore {

	private static final String INSERT = """
			INSERT INTO finding (run_id, step, severity, part, row_number, column_name, cell, reason, userid)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String SELECT = """
			SELECT severity, part, row_number, column_name, cell, reason, userid FROM finding
			WHERE run_id = ? AND severity = ? ORDER BY part, row_number, id""";

	private final JdbcTemplate jdbc;

	/** Which step has found it. */
	public enum Step {

		STAGE, PLAN

	}

	public FindingStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	public void add(long run, Step step, List<Finding> findings) {
		if (findings.isEmpty()) {
			return;
		}
		this.jdbc.batchUpdate(INSERT, findings, findings.size(), (row, finding) -> {
			row.setLong(1, run);
			row.setString(2, step.name());
			row.setString(3, finding.severity().name());
			row.setInt(4, finding.origin().part());
			row.setInt(5, finding.origin().row());
			row.setString(6, finding.column());
			row.setString(7, finding.value());
			row.setString(8, StoredMessage.of(finding.reason()));
			row.setString(9, finding.userid());
		});
	}

	/** Findings in the order of their origin, {@code limit} at most. */
	public List<Finding> find(long run, Finding.Severity severity, int limit) {
		return this.jdbc.query(SELECT + " LIMIT " + limit, FindingStore::finding, run, severity.name());
	}

	/**
	 * Findings about some entries, in the order of their origin.
	 * @param userids whose rows are meant, ignoring case
	 * @param origins which rows are meant besides
	 */
	public List<Finding> about(long run, Set<String> userids, Set<Origin> origins) {
		Set<String> keys = userids.stream().map(Userid::key).collect(Collectors.toUnmodifiableSet());
		List<Finding> found = new ArrayList<>();
		for (Finding.Severity severity : Finding.Severity.values()) {
			this.jdbc.query(SELECT, (row) -> {
				Finding finding = finding(row, 0);
				boolean whose = finding.userid() != null && keys.contains(Userid.key(finding.userid()));
				if (whose || origins.contains(finding.origin())) {
					found.add(finding);
				}
			}, run, severity.name());
		}
		return found;
	}

	/** How many rows or values could not be used. */
	public long count(long run, Finding.Severity severity) {
		Long count = this.jdbc.queryForObject("SELECT COUNT(*) FROM finding WHERE run_id = ? AND severity = ?",
				Long.class, run, severity.name());
		return (count != null) ? count : 0;
	}

	/** Forgets what a step has found, before it is done again. */
	public void delete(long run, Step step) {
		this.jdbc.update("DELETE FROM finding WHERE run_id = ? AND step = ?", run, step.name());
	}

	private static Finding finding(ResultSet row, int index) throws SQLException {
		return new Finding(Finding.Severity.valueOf(row.getString(1)), new Origin(row.getInt(2), row.getInt(3)),
				row.getString(4), row.getString(5), StoredMessage.message(row.getString(6)), row.getString(7));
	}

}
