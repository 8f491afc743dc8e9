package dev.rollcall.cli;

import java.nio.file.Path;
import java.time.Clock;

import dev.rollcall.staging.EmbeddedDatabase;

import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody else does to the database of a home. */
final class Database {

	private Database() {
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
