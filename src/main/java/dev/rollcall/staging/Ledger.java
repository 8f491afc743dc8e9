package dev.rollcall.staging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What Rollcall last wrote to fields that a target accepts but never shows: the only
 * memory of them. Other fields are not remembered, because the target tells them better.
 */
public final class Ledger {

	private final JdbcTemplate jdbc;

	private final String target;

	private final List<String> hidden;

	/**
	 * The ledger of one target.
	 * @param target the directory, as its identity names it
	 * @param hidden the fields it never shows
	 */
	public Ledger(JdbcTemplate jdbc, String target, Collection<String> hidden) {
		this.jdbc = jdbc;
		this.target = target;
		this.hidden = hidden.stream().sorted().toList();
	}

	/** Whether there is anything to remember. */
	public boolean isNeeded() {
		return !this.hidden.isEmpty();
	}

	/** All that is remembered, by the members' refs. */
	public Map<String, Map<String, String>> remembered() {
		Map<String, Map<String, String>> all = new HashMap<>();
		this.jdbc.query("SELECT member_ref, field, content FROM ledger WHERE target = ?", (row) -> {
			all.computeIfAbsent(row.getString(1), (any) -> new HashMap<>()).put(row.getString(2), row.getString(3));
		}, this.target);
		return all;
	}

	/** What is remembered of one member. */
	public Map<String, String> remembered(String ref) {
		Map<String, String> fields = new HashMap<>();
		this.jdbc.query("SELECT field, content FROM ledger WHERE target = ? AND member_ref = ?", (row) -> {
			fields.put(row.getString(1), row.getString(2));
		}, this.target, ref);
		return fields;
	}

	/** A member as the target shows it, with what is remembered of it. */
	public static Member complete(Member shown, Map<String, String> remembered) {
		Fields fields = shown.fields();
		FieldsBuilder builder = new FieldsBuilder(fields.schema());
		for (int i = 0; i < fields.schema().size(); i++) {
			builder.copy(i, fields, i);
			String content = remembered.get(fields.schema().name(i));
			if (content != null && fields.value(i) == null) {
				builder.set(i, content);
			}
		}
		return new Member(shown.ref(), shown.userid(), shown.formerUserid(), builder.build(), shown.placements(),
				shown.origin());
	}

	/** Remembers what has been written to a member. */
	public void written(long run, String ref, Fields fields) {
		for (String field : this.hidden) {
			String content = fields.value(field);
			if (content != null) {
				forget(ref, Set.of(field));
				this.jdbc.update(
						"INSERT INTO ledger (target, member_ref, field, content, run_id) VALUES (?, ?, ?, ?, ?)",
						this.target, ref, field, content, run);
			}
		}
	}

	/** Forgets a member that is gone. */
	public void deleted(String ref) {
		forget(ref, this.hidden);
	}

	/** A member is addressed by another ref from now on. */
	public void renamed(String from, String to) {
		if (from.equals(to)) {
			return;
		}
		deleted(to);
		this.jdbc.update("UPDATE ledger SET member_ref = ? WHERE target = ? AND member_ref = ?", to, this.target, from);
	}

	private void forget(String ref, Collection<String> fields) {
		for (String field : fields) {
			this.jdbc.update("DELETE FROM ledger WHERE target = ? AND member_ref = ? AND field = ?", this.target, ref,
					field);
		}
	}

}
