package dev.rollcall.connector.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Outcome;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.DepartmentRef;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/** Writes members: many of one shape with one statement. */
final class MemberWrites {

	private static final String INSERT = "INSERT INTO directory_member (userid_key, userid, main_department, "
			+ String.join(", ", FieldNames.OF_MEMBERS) + ") VALUES (?, ?, ?"
			+ ", ?".repeat(FieldNames.OF_MEMBERS.size()) + ")";

	private final Tables tables;

	private final JdbcTemplate jdbc;

	private final MembershipWrites memberships;

	/** Members of one plan share their schema: it is looked at once. */
	private @Nullable Schema lastSchema;

	private int[] lastColumns = new int[0];

	MemberWrites(Tables tables) {
		this.tables = tables;
		this.jdbc = tables.jdbc();
		this.memberships = new MembershipWrites(tables.jdbc());
	}

	/** Carries out changes of one shape; fails as a whole. */
	List<Outcome> apply(List<Change> changes, DepartmentDirectory refs) {
		Outcome[] outcomes = new Outcome[changes.size()];
		List<Integer> accepted = new ArrayList<>(changes.size());
		for (int i = 0; i < outcomes.length; i++) {
			outcomes[i] = objection(changes.get(i), refs);
			if (outcomes[i] == null) {
				outcomes[i] = Outcome.done();
				accepted.add(i);
			}
		}
		List<Change> valid = accepted.stream().map(changes::get).toList();
		if (!valid.isEmpty()) {
			switch (valid.get(0).kind()) {
				case CREATE -> create(valid, refs);
				case UPDATE, MOVE, DISABLE -> update(valid, refs, accepted, outcomes);
				case DELETE -> delete(valid);
			}
		}
		return List.of(outcomes);
	}

	@Nullable Member find(Change change) {
		Member found = (change.ref() != null) ? find(change.ref()) : null;
		if (found == null && change.after() instanceof Member after && after.userid() != null) {
			// Refs are userids: whoever is renamed is no more where they were.
			return find(Userid.key(after.userid()));
		}
		return found;
	}

	private @Nullable Member find(String key) {
		List<Member> found = this.jdbc.query("SELECT userid_key, userid, main_department, "
				+ String.join(", ", FieldNames.OF_MEMBERS) + " FROM directory_member WHERE userid_key = ?",
				(row, index) -> {
					FieldsBuilder fields = new FieldsBuilder(this.tables.members());
					for (int i = 0; i < FieldNames.OF_MEMBERS.size(); i++) {
						String value = row.getString(i + 4);
						fields.set(i, (value != null) ? value : "");
					}
					custom(key, fields);
					long main = row.getLong(3);
					return new Member(row.getString(1), row.getString(2), null, fields.build(),
							new Placements(this.memberships.of(key),
									(main != 0) ? DepartmentRef.existing(Long.toString(main)) : null),
							null);
				}, key);
		return found.isEmpty() ? null : found.get(0);
	}

	private void custom(String key, FieldsBuilder fields) {
		for (int i = FieldNames.OF_MEMBERS.size(); i < this.tables.members().size(); i++) {
			fields.set(i, "");
		}
		this.jdbc.query("SELECT name, content FROM directory_member_field WHERE userid_key = ?", (row) -> {
			fields.set(this.tables.members().position(row.getString(1)), row.getString(2));
		}, key);
	}

	/** Why a change cannot be written, null when it can. */
	private static @Nullable Outcome objection(Change change, DepartmentDirectory refs) {
		if (!(change.after() instanceof Member after)) {
			return null;
		}
		@Nullable String[] values = after.fields().values();
		for (int i = 0; i < values.length; i++) {
			String value = values[i];
			String field = after.fields().schema().name(i);
			if (value != null && Tables.isTooLong(field, value)) {
				return Outcome.failed(Message.of("jdbc.too-long", field, value.codePointCount(0, value.length()),
						Tables.width(field)));
			}
		}
		if (after.placements() != null) {
			for (Placement placement : after.placements().list()) {
				if (refs.ref(placement.department()) == null) {
					return Outcome.withheld(Message.of("jdbc.department-missing"));
				}
			}
		}
		return null;
	}

	private void create(List<Change> changes, DepartmentDirectory refs) {
		List<Member> members = changes.stream().map((change) -> (Member) change.after()).toList();
		this.jdbc.batchUpdate(INSERT, members, members.size(), (row, member) -> {
			String userid = Objects.requireNonNull(member.userid());
			row.setString(1, Userid.key(userid));
			row.setString(2, userid);
			row.setObject(3, MembershipWrites.main(member.placements(), refs));
			@Nullable String[] values = member.fields().values();
			int[] columns = columns(member.fields().schema());
			for (int i = 0; i < columns.length; i++) {
				row.setString(i + 4, (columns[i] < 0) ? null : Tables.stored(values[columns[i]]));
			}
		});
		this.memberships.insert(members, refs);
		Map<String, Fields> custom = new LinkedHashMap<>();
		members.forEach((member) -> custom.put(Userid.key(Objects.requireNonNull(member.userid())), member.fields()));
		writeCustom(custom);
	}

	/** Where the fields that have columns are in a schema, -1 for nowhere. */
	@SuppressWarnings("ReferenceEquality")
	private int[] columns(Schema schema) {
		if (schema != this.lastSchema) {
			this.lastSchema = schema;
			this.lastColumns = FieldNames.OF_MEMBERS.stream().mapToInt(schema::position).toArray();
		}
		return this.lastColumns;
	}

	private void update(List<Change> changes, DepartmentDirectory refs, List<Integer> accepted, Outcome[] outcomes) {
		Map<String, List<Integer>> byColumns = new LinkedHashMap<>();
		for (int i = 0; i < changes.size(); i++) {
			byColumns.computeIfAbsent(assignments(changes.get(i)), (any) -> new ArrayList<>()).add(i);
		}
		byColumns.forEach((assignments, indexes) -> {
			List<Object[]> rows = indexes.stream().map((i) -> values(changes.get(i), refs)).toList();
			int[] counts = this.jdbc.batchUpdate("UPDATE directory_member SET " + assignments + " WHERE userid_key = ?",
					rows);
			for (int i = 0; i < counts.length; i++) {
				if (counts[i] == 0) {
					outcomes[accepted.get(indexes.get(i))] = Outcome.failed(Message.of("jdbc.gone"));
				}
			}
		});
		List<Change> there = new ArrayList<>();
		for (int i = 0; i < changes.size(); i++) {
			if (outcomes[accepted.get(i)].state() == Outcome.State.DONE) {
				there.add(changes.get(i));
			}
		}
		this.memberships.replace(there, refs);
		Map<String, Fields> custom = new LinkedHashMap<>();
		there.forEach((change) -> custom.put(Objects.requireNonNull(change.ref()),
				Objects.requireNonNull(change.after()).fields()));
		writeCustom(custom);
		there.stream().filter(JdbcDirectory::isRename).forEach(this::rename);
	}

	private void delete(List<Change> changes) {
		List<Object[]> keys = changes.stream().map((change) -> new Object[] { change.ref() }).toList();
		this.jdbc.batchUpdate("DELETE FROM directory_member_field WHERE userid_key = ?", keys);
		this.jdbc.batchUpdate("DELETE FROM directory_membership WHERE userid_key = ?", keys);
		this.jdbc.batchUpdate("DELETE FROM directory_member WHERE userid_key = ?", keys);
	}

	/** The columns that a change sets; at least one, so that a missing row is noticed. */
	private static String assignments(Change change) {
		Member after = (Member) Objects.requireNonNull(change.after());
		List<String> assignments = new ArrayList<>(List.of("userid_key = userid_key"));
		for (String field : FieldNames.OF_MEMBERS) {
			if (after.fields().value(field) != null) {
				assignments.add(field + " = ?");
			}
		}
		if (after.placements() != null) {
			assignments.add("main_department = ?");
		}
		return String.join(", ", assignments);
	}

	private static Object[] values(Change change, DepartmentDirectory refs) {
		Member after = (Member) Objects.requireNonNull(change.after());
		List<@Nullable Object> values = new ArrayList<>();
		for (String field : FieldNames.OF_MEMBERS) {
			String value = after.fields().value(field);
			if (value != null) {
				values.add(Tables.stored(value));
			}
		}
		if (after.placements() != null) {
			values.add(MembershipWrites.main(after.placements(), refs));
		}
		values.add(change.ref());
		return values.toArray();
	}

	private void rename(Change change) {
		String userid = Objects.requireNonNull(((Member) Objects.requireNonNull(change.after())).userid());
		String key = Userid.key(userid);
		this.jdbc.update("UPDATE directory_member SET userid_key = ?, userid = ? WHERE userid_key = ?", key, userid,
				change.ref());
		this.jdbc.update("UPDATE directory_membership SET userid_key = ? WHERE userid_key = ?", key, change.ref());
		this.jdbc.update("UPDATE directory_member_field SET userid_key = ? WHERE userid_key = ?", key, change.ref());
	}

	private void writeCustom(Map<String, Fields> members) {
		List<Object[]> deleted = new ArrayList<>();
		List<Object[]> inserted = new ArrayList<>();
		members.forEach((key, fields) -> {
			for (int i = 0; i < fields.schema().size(); i++) {
				String name = fields.schema().name(i);
				String value = Tables.isColumn(name) ? null : fields.value(i);
				if (value != null) {
					this.tables.define(name);
					deleted.add(new Object[] { key, name });
					if (!value.isEmpty()) {
						inserted.add(new Object[] { key, name, value });
					}
				}
			}
		});
		if (!deleted.isEmpty()) {
			this.jdbc.batchUpdate("DELETE FROM directory_member_field WHERE userid_key = ? AND name = ?", deleted);
		}
		if (!inserted.isEmpty()) {
			this.jdbc.batchUpdate("INSERT INTO directory_member_field (userid_key, name, content) VALUES (?, ?, ?)",
					inserted);
		}
	}

}
