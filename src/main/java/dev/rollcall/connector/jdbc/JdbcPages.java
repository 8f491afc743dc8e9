package dev.rollcall.connector.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the tables: first all departments, then the members by userid, so many at a time,
 * each page behind the last userid of the one before. The cursor is that userid.
 */
final class JdbcPages implements PageReader {

	/** A departments page has been taken when the cursor begins like this. */
	private static final String MEMBERS = "members:";

	static final int SIZE = 10_000;

	static final Schema DEPARTMENTS = Schema.of(FieldNames.OF_DEPARTMENTS);

	private static final String COLUMNS = String.join(", ", FieldNames.OF_MEMBERS);

	private static final String PAGE = "SELECT userid_key, userid, main_department, " + COLUMNS
			+ " FROM directory_member WHERE userid_key > ? ORDER BY userid_key LIMIT " + SIZE;

	private static final String PLACEMENTS = """
			SELECT userid_key, department_id, sort_order, leader FROM directory_membership
			WHERE userid_key > ? AND userid_key <= ? ORDER BY userid_key, department_id""";

	private static final String CUSTOM = """
			SELECT userid_key, name, content FROM directory_member_field
			WHERE userid_key > ? AND userid_key <= ? ORDER BY userid_key""";

	private final JdbcTemplate jdbc;

	private final Schema schema;

	private final FieldsBuilder fields;

	private @Nullable String cursor;

	private final long expected;

	/** A row of the members table. */
	private record Row(String key, String userid, long main, Fields fields) {

	}

	JdbcPages(Tables tables, @Nullable String cursor) {
		this.jdbc = tables.jdbc();
		this.schema = tables.members();
		this.fields = new FieldsBuilder(this.schema);
		this.cursor = cursor;
		Long members = this.jdbc.queryForObject("SELECT COUNT(*) FROM directory_member", Long.class);
		this.expected = (members != null) ? members : -1;
	}

	@Override
	public long expected() {
		return this.expected;
	}

	@Override
	public @Nullable Page next() {
		if (this.cursor == null) {
			this.cursor = MEMBERS;
			return new Page(departments(), List.of(), List.of(), List.of(), this.cursor);
		}
		String after = this.cursor.substring(MEMBERS.length());
		List<Row> rows = rows(after);
		if (rows.isEmpty()) {
			return null;
		}
		String last = rows.get(rows.size() - 1).key();
		this.cursor = MEMBERS + last;
		return new Page(List.of(), members(rows, after, last), List.of(), List.of(), this.cursor);
	}

	@Override
	public void close() {
		// Nothing stays open between pages.
	}

	/** All departments, parents first. */
	private List<Department> departments() {
		List<Department> departments = this.jdbc.query(
				"SELECT id, parent_id, name, name_en, department_id FROM directory_department ORDER BY id",
				(row, index) -> department(row));
		DepartmentTree tree = new DepartmentTree(departments);
		List<Department> parentsFirst = new ArrayList<>(departments);
		parentsFirst.sort(java.util.Comparator.comparingInt((department) -> tree.depth(department.ref())));
		return parentsFirst;
	}

	static Department department(ResultSet row) throws SQLException {
		long parent = row.getLong(2);
		String english = row.getString(4);
		FieldsBuilder fields = new FieldsBuilder(DEPARTMENTS);
		fields.set(0, row.getString(3)).set(1, (english != null) ? english : "");
		return new Department(Long.toString(row.getLong(1)), (parent != 0) ? Long.toString(parent) : null,
				row.getString(5), fields.build(), null);
	}

	private List<Row> rows(String after) {
		return this.jdbc.query(PAGE, (row, index) -> {
			for (int i = 0; i < this.schema.size(); i++) {
				String value = (i < FieldNames.OF_MEMBERS.size()) ? row.getString(i + 4) : null;
				this.fields.set(i, (value != null) ? value : "");
			}
			return new Row(row.getString(1), row.getString(2), row.getLong(3), this.fields.build());
		}, after);
	}

	private List<Member> members(List<Row> rows, String after, String last) {
		Map<String, List<Placement>> placements = new HashMap<>();
		this.jdbc.query(PLACEMENTS, (row) -> {
			placements.computeIfAbsent(row.getString(1), (any) -> new ArrayList<>(1))
				.add(new Placement(Long.toString(row.getLong(2)), row.getLong(3), row.getBoolean(4)));
		}, after, last);
		Map<String, Map<String, String>> custom = (this.schema.size() > FieldNames.OF_MEMBERS.size())
				? custom(after, last) : Map.of();
		List<Member> members = new ArrayList<>(rows.size());
		for (Row row : rows) {
			Placements places = new Placements(placements.getOrDefault(row.key(), List.of()),
					(row.main() != 0) ? Long.toString(row.main()) : null);
			members.add(new Member(row.key(), row.userid(), null,
					with(row.fields(), custom.getOrDefault(row.key(), Map.of())), places, null));
		}
		return members;
	}

	private Map<String, Map<String, String>> custom(String after, String last) {
		Map<String, Map<String, String>> custom = new HashMap<>();
		this.jdbc.query(CUSTOM, (row) -> {
			custom.computeIfAbsent(row.getString(1), (any) -> new HashMap<>()).put(row.getString(2), row.getString(3));
		}, after, last);
		return custom;
	}

	private Fields with(Fields standard, Map<String, String> custom) {
		if (custom.isEmpty()) {
			return standard;
		}
		for (int i = 0; i < this.schema.size(); i++) {
			String value = custom.get(this.schema.name(i));
			if (value != null) {
				this.fields.set(i, value);
			}
			else {
				this.fields.copy(i, standard, i);
			}
		}
		return this.fields.build();
	}

}
