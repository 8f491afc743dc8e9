package dev.rollcall.connector.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the tables: first all departments, then the members by userid, so many at a time,
 * each page behind the last userid of the one before. The cursor is that userid.
 */
final class JdbcPages implements PageReader {

	/** The departments have been taken when the cursor begins like this. */
	private static final String MEMBERS = "members:";

	private static final int SIZE = 1000;

	static final Schema DEPARTMENTS = Schema.of(FieldNames.OF_DEPARTMENTS);

	private static final String ALL_DEPARTMENTS = """
			SELECT id, parent_id, name, name_en, department_id FROM directory_department ORDER BY id""";

	private static final String PAGE = "SELECT userid_key, userid, main_department, "
			+ String.join(", ", FieldNames.OF_MEMBERS)
			+ " FROM directory_member WHERE userid_key > ? ORDER BY userid_key LIMIT " + SIZE;

	private static final String MEMBERSHIPS = """
			SELECT userid_key, department_id, sort_order, leader FROM directory_membership
			WHERE userid_key > ? AND userid_key <= ? ORDER BY userid_key, department_id""";

	private static final String CUSTOM = """
			SELECT userid_key, name, content FROM directory_member_field
			WHERE userid_key > ? AND userid_key <= ? ORDER BY userid_key""";

	private final JdbcTemplate jdbc;

	private final Schema schema;

	private final FieldsBuilder fields;

	private final Memberships memberships = new Memberships();

	/** The main departments of the members of a page, 0 for none. */
	private final long[] mains = new long[SIZE];

	private @Nullable String cursor;

	private final Function<DataAccessException, DirectoryException> failures;

	/**
	 * Pages behind a cursor.
	 * @param failures puts into words that the database does not answer
	 */
	JdbcPages(Tables tables, @Nullable String cursor, Function<DataAccessException, DirectoryException> failures) {
		this.failures = failures;
		this.jdbc = tables.jdbc();
		this.schema = tables.members();
		this.fields = new FieldsBuilder(this.schema);
		this.cursor = cursor;
	}

	@Override
	public @Nullable Page next() {
		try {
			return nextPage();
		}
		catch (DataAccessException ex) {
			throw this.failures.apply(ex);
		}
	}

	private @Nullable Page nextPage() {
		if (this.cursor == null) {
			this.cursor = MEMBERS;
			return new Page(departments(), List.of(), List.of(), List.of(), this.cursor);
		}
		String after = this.cursor.substring(MEMBERS.length());
		List<Member> members = members(after);
		if (members.isEmpty()) {
			return null;
		}
		String last = members.get(members.size() - 1).ref();
		this.cursor = MEMBERS + last;
		place(members, after, last);
		if (this.schema.size() > FieldNames.OF_MEMBERS.size()) {
			addCustomFields(members, after, last);
		}
		return new Page(List.of(), members, List.of(), List.of(), this.cursor);
	}

	@Override
	public void close() {
		// Nothing stays open between pages.
	}

	/** All departments, parents first. */
	private List<Department> departments() {
		List<Department> departments = this.jdbc.query(ALL_DEPARTMENTS, (row, index) -> department(row));
		DepartmentTree tree = new DepartmentTree(departments);
		departments.sort(Comparator.comparingInt((department) -> tree.depth(department.ref())));
		return departments;
	}

	static Department department(ResultSet row) throws SQLException {
		long parent = row.getLong(2);
		String english = row.getString(4);
		FieldsBuilder fields = new FieldsBuilder(DEPARTMENTS);
		fields.set(0, row.getString(3)).set(1, (english != null) ? english : "");
		return new Department(Long.toString(row.getLong(1)), (parent != 0) ? Long.toString(parent) : null,
				row.getString(5), fields.build(), null);
	}

	/**
	 * Members with their standard fields, not yet placed.
	 */
	private List<Member> members(String after) {
		return this.jdbc.query(PAGE, (row, index) -> {
			for (int i = 0; i < this.schema.size(); i++) {
				String value = (i < FieldNames.OF_MEMBERS.size()) ? row.getString(i + 4) : null;
				this.fields.set(i, (value != null) ? value : "");
			}
			this.mains[index] = row.getLong(3);
			return new Member(row.getString(1), row.getString(2), null, this.fields.build(), null, null);
		}, after);
	}

	/** Both lists are in the same order, so one walk over both is enough. */
	private void place(List<Member> members, String after, String last) {
		int[] at = { 0 };
		this.jdbc.query(MEMBERSHIPS, (row) -> {
			int member = find(row.getString(1), members, at[0]);
			if (member >= 0) {
				while (at[0] < member) {
					finish(members, at[0]++);
				}
				this.memberships.add(row.getLong(2), row.getLong(3), row.getBoolean(4));
			}
		}, after, last);
		while (at[0] < members.size()) {
			finish(members, at[0]++);
		}
	}

	/**
	 * Where a member is, mostly the same or the next one; -1 when it is not there. Keys
	 * are not compared: the order is the database's own.
	 */
	private static int find(String key, List<Member> members, int from) {
		for (int i = from; i < members.size(); i++) {
			if (members.get(i).ref().equals(key)) {
				return i;
			}
		}
		return -1;
	}

	private void finish(List<Member> members, int at) {
		Member member = members.get(at);
		members.set(at, new Member(member.ref(), member.userid(), null, member.fields(),
				this.memberships.take(this.mains[at]), null));
	}

	private void addCustomFields(List<Member> members, String after, String last) {
		Map<String, Map<String, String>> custom = new HashMap<>();
		this.jdbc.query(CUSTOM, (row) -> {
			custom.computeIfAbsent(row.getString(1), (any) -> new HashMap<>()).put(row.getString(2), row.getString(3));
		}, after, last);
		for (int i = 0; i < members.size(); i++) {
			Member member = members.get(i);
			Map<String, String> values = custom.get(member.ref());
			if (values != null) {
				members.set(i, with(member, values));
			}
		}
	}

	private Member with(Member member, Map<String, String> values) {
		for (int i = 0; i < this.schema.size(); i++) {
			String value = values.get(this.schema.name(i));
			if (value != null) {
				this.fields.set(i, value);
			}
			else {
				this.fields.copy(i, member.fields(), i);
			}
		}
		return new Member(member.ref(), member.userid(), null, this.fields.build(), member.placements(), null);
	}

}
