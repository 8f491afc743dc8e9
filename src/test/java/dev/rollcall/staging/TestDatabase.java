package dev.rollcall.staging;

import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database in memory with all tables. Not for tests that write much: HSQLDB loses a
 * large object now and then when it keeps more than a thousand of them in memory, which
 * it does not in files.
 */
public final class TestDatabase {

	private TestDatabase() {
	}

	public static JdbcTemplate create() {
		DriverManagerDataSource dataSource = new DriverManagerDataSource(
				"jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc", "SA", "");
		Migrations.apply(dataSource);
		return new JdbcTemplate(dataSource);
	}

}
