package dev.rollcall.staging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What Rollcall last wrote to fields that a target accepts but does not show, of members
 * or of departments: the only memory of them. Other fields are not remembered, because
 * the target tells them better.
 */
public final class Ledger {

	/** So many rows are read for each that is wanted before they are asked for singly. */
	private static final int SPARSE = 4;

	private final JdbcTemplate jdbc;

	private final LedgerTable table;

	private final String target;

	private final List<String> hidden;

	/**
	 * The ledger of one target.
	 * @param kind of what entries
	 * @param target the directory, as its identity names it
	 * @param hidden the fields it does not show; with {@link FieldNames#USERID} it does
	 * not show whose a member is
	 */
	public Ledger(JdbcTemplate jdbc, EntryKind kind, String target, Collection<String> hidden) {
		this.jdbc = jdbc;
		this.table = LedgerTable.of(kind);
		this.target = target;
		this.hidden = hidden.stream().sorted().toList();
	}

	/** Whether there is anything to remember. */
	public boolean isNeeded() {
		return !this.hidden.isEmpty();
	}

	/**
	 * What is remembered of some entries, by their refs; those of which there is nothing
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
		this.jdbc.query(this.table.between(most + 1), (row) -> {
			near[0]++;
			if (wanted.contains(row.getString(1))) {
				found.put(row.getString(1), LedgerCodec.decoded(row.getBytes(2)));
			}
		}, this.target, wanted.first(), wanted.last());
		if (near[0] > most) {
			wanted.forEach((ref) -> this.jdbc.query(this.table.one(), (row) -> {
				found.put(ref, LedgerCodec.decoded(row.getBytes(1)));
			}, this.target, ref));
		}
		return found;
	}

	/** What is remembered of one entry. */
	public Map<String, String> remembered(String ref) {
		return remembered(List.of(ref)).getOrDefault(ref, Map.of());
	}

	/** A member as the target shows it, with what is remembered of it. */
	public static Member complete(Member shown, Map<String, String> remembered) {
		String userid = remembered.getOrDefault(FieldNames.USERID, "");
		return new Member(shown.ref(), (shown.userid() != null || userid.isEmpty()) ? shown.userid() : userid,
				shown.formerUserid(), complete(shown.fields(), remembered), shown.placements(), shown.origin());
	}

	/** Members as the target shows them, with whose they are. */
	public List<Member> owned(List<Member> shown) {
		if (!this.hidden.contains(FieldNames.USERID) || shown.isEmpty()) {
			return shown;
		}
		Map<String, Map<String, String>> remembered = remembered(shown.stream().map(Member::ref).toList());
		return shown.stream().map((member) -> {
			Map<String, String> known = remembered.get(member.ref());
			return (known != null) ? complete(member, known) : member;
		}).toList();
	}

	/** A department likewise. */
	public static Department complete(Department shown, Map<String, String> remembered) {
		return new Department(shown.ref(), shown.parent(), shown.id(), complete(shown.fields(), remembered),
				shown.origin());
	}

	/** Departments as the target shows them, with what is remembered of each. */
	public List<Department> complete(List<Department> shown) {
		if (!isNeeded() || shown.isEmpty()) {
			return shown;
		}
		Map<String, Map<String, String>> remembered = remembered(shown.stream().map(Department::ref).toList());
		return shown.stream().map((department) -> {
			Map<String, String> known = remembered.get(department.ref());
			return (known != null) ? complete(department, known) : department;
		}).toList();
	}

	private static Fields complete(Fields fields, Map<String, String> remembered) {
		FieldsBuilder builder = new FieldsBuilder(fields.schema());
		for (int i = 0; i < fields.schema().size(); i++) {
			builder.copy(i, fields, i);
			String content = remembered.get(fields.schema().name(i));
			if (content != null && fields.value(i) == null) {
				builder.set(i, content);
			}
		}
		return builder.build();
	}

	/** Forgets entries that the target has no more. */
	public void keepOnly(Set<String> refs) {
		if (isNeeded()) {
			List<Object[]> gone = this.jdbc.queryForList(this.table.refs(), String.class, this.target)
				.stream()
				.filter((ref) -> !refs.contains(ref))
				.map((ref) -> new Object[] { this.target, ref })
				.toList();
			this.jdbc.batchUpdate(this.table.delete(), gone);
		}
	}

	/**
	 * Begins to take note of what a run has done to some entries.
	 * @param refs those that are known to be concerned; others cost a query each
	 */
	public LedgerEntries entries(long run, Collection<String> refs) {
		return new LedgerEntries(this, run, this.hidden, remembered(refs), refs);
	}

	/** Puts what is remembered of some entries in the place of what was. */
	void replace(long run, Map<String, Map<String, String>> entries) {
		this.jdbc.batchUpdate(this.table.delete(),
				entries.keySet().stream().map((ref) -> new Object[] { this.target, ref }).toList());
		this.jdbc.batchUpdate(this.table.insert(), entries.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().isEmpty())
			.map((entry) -> new Object[] { this.target, entry.getKey(), LedgerCodec.encoded(entry.getValue()), run })
			.toList());
	}

}
