package dev.rollcall.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.staging.EmbeddedDatabase;
import dev.rollcall.staging.Migrations;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What stands still on the side of the database: the same rows into the same tables of a
 * database with the same options, by plain JDBC batches of a thousand, in the order of
 * the primary key, which is the fastest; and all of them back again, page by page, which
 * is the fastest, too.
 */
final class BareDatabase {

	/** What its last line begins with. */
	static final String NANOSECONDS = "nanoseconds ";

	private static final int BATCH = 1000;

	private static final int PAGE = 10_000;

	private BareDatabase() {
	}

	/**
	 * {@code insert FOLDER MEMBERS} or {@code read FOLDER}. Says how long it took: what
	 * is inserted has to be made up first, which is not to be measured.
	 */
	public static void main(String[] arguments) throws SQLException {
		String url = "jdbc:hsqldb:file:" + Path.of(arguments[1]).resolve("bare") + EmbeddedDatabase.OPTIONS;
		boolean inserts = arguments[0].equals("insert");
		List<String[]> people = inserts ? people(new Company(Integer.parseInt(arguments[2]), false)) : List.of();
		if (inserts) {
			Migrations.apply(new DriverManagerDataSource(url, "SA", ""));
		}
		long start = System.nanoTime();
		try (Connection connection = DriverManager.getConnection(url, "SA", "")) {
			connection.setAutoCommit(false);
			if (inserts) {
				insert(connection, people);
			}
			else {
				read(connection);
			}
			try (Statement statement = connection.createStatement()) {
				statement.execute("SHUTDOWN");
			}
		}
		System.out.println(NANOSECONDS + (System.nanoTime() - start));
	}

	private static void insert(Connection connection, List<String[]> people) throws SQLException {
		Map<String, Long> ids = new LinkedHashMap<>();
		people.forEach((row) -> Arrays.stream(row[4].split("；")).forEach((path) -> number(path, ids)));
		insertDepartments(connection, ids);
		try (PreparedStatement member = connection.prepareStatement(
				"""
						INSERT INTO directory_member (userid_key, userid, name, alias, position, gender, mobile, telephone, email,
							address, biz_mail, status, enabled, main_department) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
				PreparedStatement membership = connection.prepareStatement("""
						INSERT INTO directory_membership (userid_key, department_id, sort_order, leader)
						VALUES (?, ?, 0, FALSE)""")) {
			for (int i = 0; i < people.size(); i++) {
				String[] row = people.get(i);
				String key = row[1].toLowerCase(Locale.ROOT);
				String[] values = { key, row[1], row[0], row[2], row[3], row[5].equals("男") ? "male" : "female", row[6],
						row[7], row[8], row[9], row[10], "activated", "true" };
				for (int j = 0; j < values.length; j++) {
					member.setString(j + 1, values[j].isEmpty() ? null : values[j]);
				}
				member.setLong(14, ids.get(row[4].split("；")[0]));
				member.addBatch();
				for (String path : new java.util.LinkedHashSet<>(List.of(row[4].split("；")))) {
					membership.setString(1, key);
					membership.setLong(2, ids.get(path));
					membership.addBatch();
				}
				if (i % BATCH == BATCH - 1 || i == people.size() - 1) {
					member.executeBatch();
					membership.executeBatch();
					connection.commit();
				}
			}
		}
	}

	/** The rows of everybody, in the order of the primary key. */
	private static List<String[]> people(Company company) {
		List<String[]> people = new ArrayList<>(company.members());
		for (int i = 0; i < company.members(); i++) {
			people.add(company.row(i));
		}
		people.sort(Comparator.comparing((row) -> row[1].toLowerCase(Locale.ROOT)));
		return people;
	}

	private static void number(String path, Map<String, Long> ids) {
		for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
			ids.putIfAbsent(path.substring(0, slash), ids.size() + 1L);
		}
		ids.putIfAbsent(path, ids.size() + 1L);
	}

	private static void insertDepartments(Connection connection, Map<String, Long> ids) throws SQLException {
		try (PreparedStatement department = connection
			.prepareStatement("INSERT INTO directory_department (id, parent_id, name) VALUES (?, ?, ?)")) {
			for (Map.Entry<String, Long> entry : ids.entrySet()) {
				int slash = entry.getKey().lastIndexOf('/');
				department.setLong(1, entry.getValue());
				department.setLong(2, (slash < 0) ? 0 : ids.get(entry.getKey().substring(0, slash)));
				department.setString(3, entry.getKey().substring(slash + 1));
				department.addBatch();
			}
			department.executeBatch();
			connection.commit();
		}
	}

	private static void read(Connection connection) throws SQLException {
		long[] read = new long[2];
		rows(connection, "SELECT * FROM directory_department ORDER BY id", read);
		String last = "";
		for (boolean more = true; more;) {
			String first = last;
			last = rows(connection,
					"SELECT * FROM directory_member WHERE userid_key > ? ORDER BY userid_key LIMIT " + PAGE, read,
					first);
			more = last != null;
			if (more) {
				rows(connection, """
						SELECT * FROM directory_membership WHERE userid_key > ? AND userid_key <= ?
						ORDER BY userid_key, department_id""", read, first, last);
			}
		}
		System.out.println("rows " + read[0] + ", characters " + read[1]);
	}

	/** Adds the rows and characters of a query; its last row's first column, or null. */
	private static String rows(Connection connection, String query, long[] read, String... keys) throws SQLException {
		String last = null;
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			for (int i = 0; i < keys.length; i++) {
				statement.setString(i + 1, keys[i]);
			}
			try (ResultSet rows = statement.executeQuery()) {
				int columns = rows.getMetaData().getColumnCount();
				while (rows.next()) {
					read[0]++;
					last = rows.getString(1);
					for (int i = 1; i <= columns; i++) {
						String value = rows.getString(i);
						read[1] += (value != null) ? value.length() : 0;
					}
				}
			}
		}
		return last;
	}

}
