package dev.rollcall.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.plan.Leaver;
import dev.rollcall.plan.LeaverQueue;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the queue of leavers: whom runs have disabled because their source did not have
 * them. Small enough to be held in memory, target by target.
 */
public final class LeaverStore {

	private static final String INSERT = """
			INSERT INTO leaver (target, member_ref, userid, name, job, run_id, disabled_at, due_at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String ALL = """
			SELECT target, member_ref, userid, name, job, run_id, disabled_at, due_at FROM leaver
			ORDER BY CASE WHEN due_at IS NULL THEN 1 ELSE 0 END, due_at, disabled_at, target, userid""";

	/**
	 * Only those whom an earlier run has disabled: somebody who has come and gone again
	 * since the plan was made stays.
	 */
	private static final String RELEASE = """
			DELETE FROM leaver WHERE target = ? AND run_id < ?
				AND member_ref IN (SELECT member_ref FROM plan_returned WHERE run_id = ?)""";

	private final JdbcTemplate jdbc;

	public LeaverStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Everybody, whose time comes first in front. */
	public List<QueuedLeaver> all() {
		return this.jdbc.query(ALL, LeaverStore::leaver);
	}

	/** The queue of a target as a plan needs it. */
	public LeaverQueue queue(String target, Instant now) {
		Map<String, Leaver> leavers = new HashMap<>();
		this.jdbc.query("SELECT member_ref, disabled_at, due_at FROM leaver WHERE target = ?", (row) -> {
			String since = row.getTimestamp(2).toLocalDateTime().toLocalDate().toString();
			leavers.put(row.getString(1), new Leaver(since, due(instant(row.getTimestamp(3)), now)));
		}, target);
		return new LeaverQueue(leavers);
	}

	/** The refs of all in the queue of a target. */
	public Set<String> refs(String target) {
		return new HashSet<>(
				this.jdbc.queryForList("SELECT member_ref FROM leaver WHERE target = ?", String.class, target));
	}

	/** Puts somebody in, in place of what the queue held of them. */
	public void put(QueuedLeaver leaver) {
		remove(leaver.target(), leaver.ref());
		this.jdbc.update(INSERT, leaver.target(), leaver.ref(), leaver.userid(), leaver.name(), leaver.job(),
				leaver.run(), Timestamp.from(leaver.disabledAt()),
				(leaver.dueAt() != null) ? Timestamp.from(leaver.dueAt()) : null);
	}

	/** Takes somebody out. */
	public void remove(String target, String ref) {
		this.jdbc.update("DELETE FROM leaver WHERE target = ? AND member_ref = ?", target, ref);
	}

	/**
	 * Somebody has another userid from now on, and with it maybe another ref.
	 * @param run the run that did it, which may have noted the former ref for its end
	 */
	public void renamed(long run, String target, String from, String to, String userid) {
		if (!from.equals(to)) {
			remove(target, to);
			this.jdbc.update("UPDATE plan_returned SET member_ref = ? WHERE run_id = ? AND member_ref = ?", to, run,
					from);
		}
		this.jdbc.update("UPDATE leaver SET member_ref = ?, userid = ? WHERE target = ? AND member_ref = ?", to, userid,
				target, from);
	}

	/** Takes out whom a run has found to be leavers no more. */
	public void release(long run, String target) {
		this.jdbc.update(RELEASE, target, run, run);
	}

	private static Leaver.Due due(@Nullable Instant due, Instant now) {
		return (due == null) ? Leaver.Due.NEVER : due.isAfter(now) ? Leaver.Due.LATER : Leaver.Due.NOW;
	}

	private static QueuedLeaver leaver(ResultSet row, int index) throws SQLException {
		return new QueuedLeaver(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
				row.getString(5), row.getLong(6), row.getTimestamp(7).toInstant(), instant(row.getTimestamp(8)));
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
