package dev.rollcall.staging;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

/** Brings the tables of a database to the form that this version needs. */
public final class Migrations {

	/** The number of the last one. */
	static final int LATEST = 9;

	private Migrations() {
	}

	public static void apply(DataSource dataSource) {
		Flyway.configure()
			.dataSource(dataSource)
			.locations("classpath:db/migration")
			.javaMigrations(new V1__Spring_batch(), new V5__Audit_log_begins(), new V7__Ledger_by_member())
			.load()
			.migrate();
	}

}
