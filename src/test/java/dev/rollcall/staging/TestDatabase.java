package dev.rollcall.staging;

import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database in memory with all tables. */
final class TestDatabase {

	private TestDatabase() {
	}

	static JdbcTemplate create() {
		DriverManagerDataSource dataSource = new DriverManagerDataSource(
				"jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc", "SA", "");
		Migrations.apply(dataSource);
		return new JdbcTemplate(dataSource);
	}

}
