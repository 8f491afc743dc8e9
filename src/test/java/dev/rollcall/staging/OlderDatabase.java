package dev.rollcall.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database as the version before this one has left it, with one run. */
public final class OlderDatabase {

	private static final String RUN = """
			INSERT INTO run (id, job, goal, state, definition, overrides, started_at, ended_at)
			VALUES (1, 'load', 'APPLY', 'DONE', '', 'source.file=x', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)""";

	private OlderDatabase() {
	}

	/** Puts one into a folder for state, where nothing has been yet. */
	public static void make(Path state) {
		try {
			EmbeddedDatabase.open(state, "test", Clock.systemUTC()).close();
			Folder.delete(state.resolve("db"));
			makeFiles(state.resolve("db"), Files.readString(state.resolve("key")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void makeFiles(Path folder, String key) {
		DriverManagerDataSource database = connection(folder, key);
		Flyway.configure()
			.dataSource(database)
			.locations("classpath:db/migration")
			.javaMigrations(new V1__Spring_batch())
			.target("3")
			.load()
			.migrate();
		JdbcTemplate jdbc = new JdbcTemplate(database);
		jdbc.update(RUN);
		jdbc.execute("SHUTDOWN");
	}

	static DriverManagerDataSource connection(Path folder, String key) {
		return new DriverManagerDataSource("jdbc:hsqldb:file:" + folder.resolve("rollcall") + EmbeddedDatabase.OPTIONS,
				"ROLLCALL", key);
	}

}
