package dev.rollcall.connector.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.DepartmentRef;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/** Writes which member belongs to which department. */
final class MembershipWrites {

	private static final String INSERT = """
			INSERT INTO directory_membership (userid_key, department_id, sort_order, leader) VALUES (?, ?, ?, ?)""";

	private final JdbcTemplate jdbc;

	MembershipWrites(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** The placements of one member, departments named as a plan names them. */
	List<Placement> of(String key) {
		return this.jdbc.query("""
				SELECT department_id, sort_order, leader FROM directory_membership WHERE userid_key = ?
				ORDER BY department_id""",
				(row, index) -> new Placement(DepartmentRef.existing(Long.toString(row.getLong(1))), row.getLong(2),
						row.getBoolean(3)),
				key);
	}

	/** The id of the main department, null for none. */
	static @Nullable Long main(@Nullable Placements placements, DepartmentDirectory refs) {
		if (placements == null) {
			return null;
		}
		String main = placements.main();
		if (main == null) {
			main = placements.list().isEmpty() ? null : placements.list().get(0).department();
		}
		String ref = (main != null) ? refs.ref(main) : null;
		return (ref != null) ? Long.valueOf(ref) : null;
	}

	void insert(List<Member> members, DepartmentDirectory refs) {
		List<Object[]> rows = new ArrayList<>(members.size());
		for (Member member : members) {
			addRows(rows, Userid.key(Objects.requireNonNull(member.userid())), member.placements(), refs);
		}
		insert(rows);
	}

	/** Replaces the placements of those changes that have any. */
	void replace(List<Change> changes, DepartmentDirectory refs) {
		List<Object[]> keys = new ArrayList<>();
		List<Object[]> rows = new ArrayList<>();
		for (Change change : changes) {
			Placements placements = ((Member) Objects.requireNonNull(change.after())).placements();
			if (placements != null) {
				String key = Objects.requireNonNull(change.ref());
				keys.add(new Object[] { key });
				addRows(rows, key, placements, refs);
			}
		}
		if (!keys.isEmpty()) {
			this.jdbc.batchUpdate("DELETE FROM directory_membership WHERE userid_key = ?", keys);
			insert(rows);
		}
	}

	private void insert(List<Object[]> rows) {
		if (!rows.isEmpty()) {
			this.jdbc.batchUpdate(INSERT, rows);
		}
	}

	private static void addRows(List<Object[]> rows, String key, @Nullable Placements placements,
			DepartmentDirectory refs) {
		if (placements == null) {
			return;
		}
		for (Placement placement : placements.list()) {
			rows.add(new Object[] { key, Long.valueOf(Objects.requireNonNull(refs.ref(placement.department()))),
					(placement.order() != null) ? placement.order() : 0L, Boolean.TRUE.equals(placement.leader()) });
		}
	}

}
