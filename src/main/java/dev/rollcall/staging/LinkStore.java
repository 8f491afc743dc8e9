package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.rollcall.compare.MemberKey;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps which members of two directories belong together although their userids do not
 * say so, and what the run that is going on will do to that when it ends.
 */
public final class LinkStore {

	static final String PLANNED = """
			INSERT INTO plan_link (run_id, member_ref, userid, found_by, state) VALUES (?, ?, ?, ?, ?)""";

	private static final int AT_ONCE = 10_000;

	private static final String PAGE = """
			SELECT userid, member_ref, found_by, run_id FROM member_link
			WHERE source = ? AND target = ? AND userid > ? ORDER BY userid LIMIT\s""" + AT_ONCE;

	/** Two who have come to one userid, or to one member, are not linked. */
	private static final String MAKE = """
			INSERT INTO member_link (source, target, userid, member_ref, found_by, run_id)
			SELECT CAST(? AS VARCHAR(2000)), CAST(? AS VARCHAR(2000)), userid, MIN(member_ref), MIN(found_by), run_id
			FROM plan_link WHERE run_id = ? AND state = 'MADE' GROUP BY run_id, userid HAVING COUNT(*) = 1""";

	private final JdbcTemplate jdbc;

	/** What becomes of a link. */
	enum State {

		/** It is made once a change of the member has been carried out. */
		OPEN,

		/** It is made when the run ends. */
		MADE,

		/** It is forgotten when the run ends. */
		GONE

	}

	/**
	 * A link that is forgotten.
	 *
	 * @param userid whom the source called so
	 * @param ref how the target addressed the member that it has no more
	 */
	public record Forgotten(String userid, String ref) {

	}

	public LinkStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** All links between two directories. */
	public LinkTable find(String source, String target) {
		LinkTable table = new LinkTable();
		String last = "";
		for (boolean more = true; more;) {
			List<String> page = this.jdbc.query(PAGE, (row, index) -> {
				table.add(row.getString(1), row.getString(2), MemberKey.valueOf(row.getString(3)), row.getLong(4));
				return row.getString(1);
			}, source, target, last);
			more = page.size() == AT_ONCE;
			last = page.isEmpty() ? last : page.get(page.size() - 1);
		}
		table.sort();
		return table;
	}

	/** Whether any member of a target is linked, or will be by a run. */
	public boolean isConcerned(long run, String target) {
		return exists("SELECT run_id FROM plan_link WHERE run_id = ? LIMIT 1", run)
				|| exists("SELECT run_id FROM member_link WHERE target = ? LIMIT 1", target);
	}

	/** Says that a run has found links whose members the target has no more. */
	public void gone(long run, String source, String target, Collection<String> refs) {
		String row = """
				INSERT INTO plan_link (run_id, member_ref, userid, found_by, state)
				SELECT CAST(? AS BIGINT), member_ref, MIN(userid), MIN(found_by), 'GONE' FROM member_link
				WHERE source = ? AND target = ? AND member_ref = ? GROUP BY member_ref""";
		this.jdbc.batchUpdate(row, refs.stream().map((ref) -> new Object[] { run, source, target, ref }).toList());
	}

	/**
	 * Says that changes of members have been carried out.
	 * @param refs how the target addressed them, and how it addresses them now
	 */
	public void carriedOut(long run, String target, Map<String, String> refs) {
		List<Object[]> settled = new ArrayList<>();
		List<Object[]> renamed = new ArrayList<>();
		refs.forEach((from, to) -> {
			settled.add(new Object[] { to, run, from });
			if (!from.equals(to)) {
				renamed.add(new Object[] { to, target, from });
			}
		});
		this.jdbc.batchUpdate("""
				UPDATE plan_link SET state = 'MADE', member_ref = ? WHERE run_id = ? AND member_ref = ?
					AND state <> 'GONE'""", settled);
		this.jdbc.batchUpdate("UPDATE member_link SET member_ref = ? WHERE target = ? AND member_ref = ?", renamed);
	}

	/** Forgets members that have been deleted. */
	public void deleted(String target, Collection<String> refs) {
		this.jdbc.batchUpdate("DELETE FROM member_link WHERE target = ? AND member_ref = ?",
				refs.stream().map((ref) -> new Object[] { target, ref }).toList());
	}

	/** Makes and forgets what a run has found, when it ends. */
	public void settle(long run, String source, String target) {
		if (!exists("SELECT run_id FROM plan_link WHERE run_id = ? LIMIT 1", run)) {
			return;
		}
		this.jdbc.update("""
				DELETE FROM member_link WHERE source = ? AND target = ?
					AND userid IN (SELECT userid FROM plan_link WHERE run_id = ? AND state <> 'OPEN')""", source,
				target, run);
		this.jdbc.update("""
				DELETE FROM member_link WHERE source = ? AND target = ?
					AND member_ref IN (SELECT member_ref FROM plan_link WHERE run_id = ? AND state <> 'OPEN')""",
				source, target, run);
		this.jdbc.update(MAKE, source, target, run);
	}

	/** How many links a run has forgotten. */
	public long forgotten(long run) {
		Long count = this.jdbc.queryForObject("SELECT COUNT(*) FROM plan_link WHERE run_id = ? AND state = 'GONE'",
				Long.class, run);
		return (count != null) ? count : 0;
	}

	/** The first links that a run has forgotten. */
	public List<Forgotten> forgotten(long run, int most) {
		return this.jdbc.query("""
				SELECT userid, member_ref FROM plan_link WHERE run_id = ? AND state = 'GONE' ORDER BY userid LIMIT\s"""
				+ most, (row, index) -> new Forgotten(row.getString(1), row.getString(2)), run);
	}

	private boolean exists(String query, @Nullable Object argument) {
		return !this.jdbc.queryForList(query, Long.class, argument).isEmpty();
	}

}
