package dev.rollcall.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.staging.EmbeddedDatabase;

import org.springframework.jdbc.core.JdbcTemplate;

/** What the embedded directory of a home holds, read without Rollcall. */
final class EmbeddedDirectory {

	private EmbeddedDirectory() {
	}

	/**
	 * All members by userid, each with every field that has a value, and with its
	 * departments as paths, the main one first.
	 */
	static Map<String, Map<String, String>> members(Path home) {
		EmbeddedDatabase database = EmbeddedDatabase.open(home.resolve("var"), "test", Clock.systemUTC());
		try {
			return members(new JdbcTemplate(database.dataSource()));
		}
		finally {
			database.close();
		}
	}

	private static Map<String, Map<String, String>> members(JdbcTemplate jdbc) {
		Map<String, String> paths = paths(jdbc);
		Map<String, Map<String, String>> members = new TreeMap<>();
		jdbc.queryForList("SELECT * FROM directory_member").forEach((row) -> {
			Map<String, String> fields = new LinkedHashMap<>();
			row.forEach((column, value) -> {
				if (value != null && !column.equals("USERID_KEY") && !column.equals("MAIN_DEPARTMENT")) {
					fields.put(column.toLowerCase(Locale.ROOT), value.toString());
				}
			});
			members.put(String.valueOf(row.get("USERID_KEY")), fields);
		});
		jdbc.queryForList("SELECT userid_key, name, content FROM directory_member_field")
			.forEach((row) -> members.get(text(row, "USERID_KEY")).put(text(row, "NAME"), text(row, "CONTENT")));
		jdbc.queryForList("""
				SELECT s.userid_key, s.department_id FROM directory_membership s
				JOIN directory_member m ON m.userid_key = s.userid_key
				ORDER BY CASE WHEN m.main_department = s.department_id THEN 0 ELSE 1 END, s.department_id""")
			.forEach((row) -> members.get(text(row, "USERID_KEY"))
				.merge("departments", paths.get(text(row, "DEPARTMENT_ID")), (first, second) -> first + ";" + second));
		return members;
	}

	private static Map<String, String> paths(JdbcTemplate jdbc) {
		Map<String, String> paths = new LinkedHashMap<>();
		jdbc.queryForList("SELECT id, parent_id, name FROM directory_department ORDER BY id").forEach((row) -> {
			String above = paths.get(text(row, "PARENT_ID"));
			paths.put(text(row, "ID"), ((above != null) ? above + "/" : "") + text(row, "NAME"));
		});
		return paths;
	}

	private static String text(Map<String, Object> row, String column) {
		return String.valueOf(row.get(column));
	}

}
