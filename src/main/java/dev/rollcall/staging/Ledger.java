package dev.rollcall.staging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What Rollcall last wrote to fields that a target accepts but never shows: the only
 * memory of them. Other fields are not remembered, because the target tells them better.
 */
public final class Ledger {

	static final String INSERT = "INSERT INTO ledger (target, member_ref, fields, run_id) VALUES (?, ?, ?, ?)";

	private static final String DELETE = "DELETE FROM ledger WHERE target = ? AND member_ref = ?";

	private static final String ONE = "SELECT fields FROM ledger WHERE target = ? AND member_ref = ?";

	private static final String BETWEEN = """
			SELECT member_ref, fields FROM ledger WHERE target = ? AND member_ref >= ? AND member_ref <= ?
			ORDER BY member_ref LIMIT\s""";

	/** So many rows are read for each that is wanted before they are asked for singly. */
	private static final int SPARSE = 4;

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

	/**
	 * What is remembered of some members, by their refs; those of whom there is nothing
	 * are left out. Quickest when the refs lie near each other.
	 */
	public Map<String, Map<String, String>> remembered(Collection<String> refs) {
		Map<String, Map<String, String>> found = new HashMap<>();
		if (refs.isEmpty()) {
			return found;
		}
		TreeSet<String> wanted = new TreeSet<>(refs);
		int most = SPARSE * wanted.size();
		int[] near = { 0 };
		this.jdbc.query(BETWEEN + (most + 1), (row) -> {
			near[0]++;
			if (wanted.contains(row.getString(1))) {
				found.put(row.getString(1), LedgerCodec.decoded(row.getBytes(2)));
			}
		}, this.target, wanted.first(), wanted.last());
		if (near[0] > most) {
			wanted.forEach((ref) -> this.jdbc.query(ONE, (row) -> {
				found.put(ref, LedgerCodec.decoded(row.getBytes(1)));
			}, this.target, ref));
		}
		return found;
	}

	/** What is remembered of one member. */
	public Map<String, String> remembered(String ref) {
		return remembered(List.of(ref)).getOrDefault(ref, Map.of());
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

	/**
	 * Begins to take note of what a run has done to some members.
	 * @param refs those who are known to be concerned; others cost a query each
	 */
	public LedgerEntries entries(long run, Collection<String> refs) {
		return new LedgerEntries(this, run, this.hidden, remembered(refs), refs);
	}

	/** Puts what is remembered of some members in the place of what was. */
	void replace(long run, Map<String, Map<String, String>> members) {
		this.jdbc.batchUpdate(DELETE,
				members.keySet().stream().map((ref) -> new Object[] { this.target, ref }).toList());
		this.jdbc.batchUpdate(INSERT, members.entrySet()
			.stream()
			.filter((member) -> !member.getValue().isEmpty())
			.map((member) -> new Object[] { this.target, member.getKey(), LedgerCodec.encoded(member.getValue()), run })
			.toList());
	}

}
