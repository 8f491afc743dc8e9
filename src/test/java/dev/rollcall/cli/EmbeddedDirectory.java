package dev.rollcall.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.staging.EmbeddedDatabase;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

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

	/**
	 * Every row of every table in words, with paths for the ids of departments, which are
	 * others when a department comes back.
	 */
	static List<String> rows(Path home) {
		try (EmbeddedDatabase database = EmbeddedDatabase.open(home.resolve("var"), "test", Clock.systemUTC())) {
			JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
			Map<String, String> paths = paths(jdbc);
			List<String> rows = new ArrayList<>();
			for (String table : List.of("department", "member", "membership", "member_field")) {
				jdbc.queryForList("SELECT * FROM directory_" + table).forEach((row) -> {
					boolean department = table.equals("department");
					row.computeIfPresent(department ? "ID" : "DEPARTMENT_ID", (column, id) -> paths.get(id.toString()));
					row.computeIfPresent("MAIN_DEPARTMENT", (column, id) -> paths.get(id.toString()));
					row.remove("PARENT_ID");
					rows.add(table + " " + row);
				});
			}
			Collections.sort(rows);
			return rows;
		}
	}

	/** Writes to it as somebody else does. */
	static void write(Path home, String sql) {
		try (EmbeddedDatabase database = EmbeddedDatabase.open(home.resolve("var"), "test", Clock.systemUTC())) {
			assertThat(new JdbcTemplate(database.dataSource()).update(sql)).as(sql).isPositive();
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
		Map<String, String> parents = new LinkedHashMap<>();
		jdbc.queryForList("SELECT id, parent_id, name FROM directory_department ORDER BY id").forEach((row) -> {
			parents.put(text(row, "ID"), text(row, "PARENT_ID"));
			paths.put(text(row, "ID"), text(row, "NAME"));
		});
		// One that came back has a larger id than those below it.
		Map<String, String> names = Map.copyOf(paths);
		paths.replaceAll((id, name) -> {
			String path = name;
			for (String above = parents.get(id); names.containsKey(above); above = parents.get(above)) {
				path = names.get(above) + "/" + path;
			}
			return path;
		});
		return paths;
	}

	private static String text(Map<String, Object> row, String column) {
		return String.valueOf(row.get(column));
	}

}
