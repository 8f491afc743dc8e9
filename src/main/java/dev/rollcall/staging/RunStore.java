package dev.rollcall.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the runs. */
public final class RunStore {

	private static final String SELECT = """
			SELECT id, job, goal, state, definition, overrides, source_directory, source_content, target_directory, owner,
				started_at, ended_at, restarts, problem, undoes, retries
			FROM run
			WHERE""";

	private static final String INSERT = """
			INSERT INTO run (id, job, goal, state, definition, overrides, owner, started_at, undoes)
			VALUES (?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?)""";

	private final JdbcTemplate jdbc;

	public RunStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Begins a run. */
	public Run begin(String job, Run.Goal goal, String definition, String overrides, String owner, Instant now) {
		return begin(job, goal, definition, overrides, owner, now, null);
	}

	/** Begins a run that takes back what another has done, as the same job would. */
	public Run beginUndo(Run undone, Run.Goal goal, String owner, Instant now) {
		return begin(undone.job(), goal, undone.definition(), undone.overrides(), owner, now, undone.id());
	}

	private Run begin(String job, Run.Goal goal, String definition, String overrides, String owner, Instant now,
			@Nullable Long undoes) {
		Long last = this.jdbc.queryForObject("SELECT COALESCE(MAX(id), 0) FROM run", Long.class);
		long id = ((last != null) ? last : 0) + 1;
		this.jdbc.update(INSERT, id, job, goal.name(), definition, overrides, owner, Timestamp.from(now), undoes);
		return get(id);
	}

	/** Continues a run. */
	public Run resume(long id, Run.Goal goal, String owner) {
		this.jdbc.update("""
				UPDATE run SET state = 'RUNNING', goal = ?, owner = ?, ended_at = NULL, problem = NULL,
					restarts = restarts + CASE WHEN state IN ('PLANNED', 'HELD') THEN 0 ELSE 1 END WHERE id = ?""",
				goal.name(), owner, id);
		return get(id);
	}

	/** Takes a run up once more whose failed changes are to be tried again. */
	public Run retry(long id, String owner) {
		this.jdbc.update("""
				UPDATE run SET state = 'RUNNING', owner = ?, ended_at = NULL, problem = NULL, retries = retries + 1
				WHERE id = ?""", owner, id);
		return get(id);
	}

	/** The last run that has taken something of another one back, or null. */
	public @Nullable Run undoneBy(long id) {
		return first(this.jdbc.query(SELECT + """
				 undoes = ? AND EXISTS (SELECT 1 FROM plan_count WHERE plan_count.run_id = run.id AND done > 0)
				ORDER BY id DESC LIMIT 1""", RunStore::run, id));
	}

	/** Says which directories a run is about. */
	public void opened(long id, String source, @Nullable String content, String target) {
		this.jdbc.update("""
				UPDATE run SET source_directory = ?, source_content = ?, target_directory = ? WHERE id = ?""", source,
				content, target, id);
	}

	/** Says how a run stands after its process has let go of it. */
	public void ended(long id, RunState state, @Nullable Message problem, Instant now) {
		this.jdbc.update("UPDATE run SET state = ?, problem = ?, ended_at = ? WHERE id = ?", state.name(),
				StoredMessage.ofNullable(problem), Timestamp.from(now), id);
	}

	public @Nullable Run find(long id) {
		return first(this.jdbc.query(SELECT + " id = ?", RunStore::run, id));
	}

	/** The last run of a job, or null. */
	public @Nullable Run last(String job) {
		return first(this.jdbc.query(SELECT + " job = ? ORDER BY id DESC LIMIT 1", RunStore::run, job));
	}

	/** The latest runs, the youngest first. */
	public List<Run> latest(int limit) {
		return this.jdbc.query(SELECT + " id > 0 ORDER BY id DESC LIMIT " + limit, RunStore::run);
	}

	/** Runs that a process carries out, or that wait to be restarted. */
	public List<Run> unfinished() {
		return this.jdbc.query(SELECT + " state IN ('RUNNING', 'STOPPED', 'FAILED') ORDER BY id", RunStore::run);
	}

	/** The last run that has carried a plan out which is not kept any more, or null. */
	public @Nullable Run lastWithoutPlan() {
		return first(this.jdbc.query(SELECT + """
				 state IN ('DONE', 'PARTIAL') AND NOT EXISTS (SELECT 1 FROM plan WHERE plan.run_id = run.id)
				ORDER BY id DESC LIMIT 1""", RunStore::run));
	}

	/** Runs that take back what another has done. */
	public List<Run> undoing(long id) {
		return this.jdbc.query(SELECT + " undoes = ? ORDER BY id", RunStore::run, id);
	}

	private Run get(long id) {
		Run run = find(id);
		if (run == null) {
			throw new IllegalStateException("run " + id + " is gone");
		}
		return run;
	}

	private static @Nullable Run first(List<Run> runs) {
		return runs.isEmpty() ? null : runs.get(0);
	}

	private static Run run(ResultSet row, int index) throws SQLException {
		String problem = row.getString(14);
		Timestamp ended = row.getTimestamp(12);
		long undoes = row.getLong(15);
		return new Run(row.getLong(1), row.getString(2), Run.Goal.valueOf(row.getString(3)),
				RunState.valueOf(row.getString(4)), row.getString(5), row.getString(6), row.getString(7),
				row.getString(8), row.getString(9), row.getString(10), row.getTimestamp(11).toInstant(),
				(ended != null) ? ended.toInstant() : null, row.getInt(13),
				(problem != null) ? StoredMessage.message(problem) : null, (undoes != 0) ? undoes : null,
				row.getInt(16));
	}

}
