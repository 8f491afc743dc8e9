package dev.rollcall.staging;

import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what the target called the departments that a run has created. */
public final class CreatedDepartments {

	private final JdbcTemplate jdbc;

	public CreatedDepartments(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	public void add(long run, String department, String ref) {
		this.jdbc.update("INSERT INTO created_department (run_id, department, ref) VALUES (?, ?, ?)", run, department,
				ref);
	}

	/** The target's refs by the plan's names. */
	public Map<String, String> find(long run) {
		Map<String, String> refs = new HashMap<>();
		this.jdbc.query("SELECT department, ref FROM created_department WHERE run_id = ?", (row) -> {
			refs.put(row.getString(1), row.getString(2));
		}, run);
		return refs;
	}

}
