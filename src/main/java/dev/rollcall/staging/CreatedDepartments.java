package dev.rollcall.staging;

import java.util.HashMap;
import java.util.Map;

import dev.rollcall.plan.DepartmentRef;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what the target called the departments that a run has created. */
public final class CreatedDepartments {

	private static final String BROUGHT_BACK = """
			SELECT made.department, made.ref FROM created_department made JOIN run ON run.id = made.run_id
			WHERE run.undoes IS NOT NULL AND run.target_directory = ? ORDER BY run.id""";

	private final JdbcTemplate jdbc;

	public CreatedDepartments(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps the target's ref of a department: another one than before, if what was
	 * created at first did not last.
	 */
	public void put(long run, String department, String ref) {
		int known = this.jdbc.update("UPDATE created_department SET ref = ? WHERE run_id = ? AND department = ?", ref,
				run, department);
		if (known == 0) {
			this.jdbc.update("INSERT INTO created_department (run_id, department, ref) VALUES (?, ?, ?)", run,
					department, ref);
		}
	}

	/**
	 * The refs of departments that undos have brought back, by the refs under which they
	 * were deleted.
	 * @param target the directory, as its identity names it
	 */
	public Map<String, String> broughtBack(String target) {
		Map<String, String> refs = new HashMap<>();
		this.jdbc.query(BROUGHT_BACK, (row) -> {
			refs.put(DepartmentRef.ref(row.getString(1)), row.getString(2));
		}, target);
		return refs;
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
