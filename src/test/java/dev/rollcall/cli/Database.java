package dev.rollcall.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.staging.EmbeddedDatabase;

import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody else sees of the database of a home, and does to it. */
final class Database {

	private Database() {
	}

	/** How many rows each table has. */
	static Map<String, Long> rows(Path home) {
		EmbeddedDatabase database = EmbeddedDatabase.open(home.resolve("var"), "test", Clock.systemUTC());
		try {
			JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
			Map<String, Long> rows = new TreeMap<>();
			jdbc.queryForList("""
					SELECT table_name FROM information_schema.tables
					WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE'""", String.class)
				.forEach((table) -> rows.put(table,
						jdbc.queryForObject("SELECT COUNT(*) FROM \"" + table + "\"", Long.class)));
			return rows;
		}
		finally {
			database.close();
		}
	}

	static void update(Path home, String... statements) {
		EmbeddedDatabase database = EmbeddedDatabase.open(home.resolve("var"), "test", Clock.systemUTC());
		try {
			JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
			for (String statement : statements) {
				jdbc.update(statement);
			}
		}
		finally {
			database.close();
		}
	}

}
