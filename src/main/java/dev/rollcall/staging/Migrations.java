package dev.rollcall.staging;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

/** Brings the tables of a database to the form that this version needs. */
public final class Migrations {

	private Migrations() {
	}

	public static void apply(DataSource dataSource) {
		Flyway.configure()
			.dataSource(dataSource)
			.locations("classpath:db/migration")
			.javaMigrations(new V1__Spring_batch())
			.load()
			.migrate();
	}

}
