package dev.rollcall.connector.jdbc;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

import dev.rollcall.connector.DirectoryContractTests;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.staging.Migrations;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A directory in a database of the operator's. */
class ExternalJdbcDirectoryTests extends DirectoryContractTests {

	private static final Surroundings HERE = new Surroundings(Path.of(""), Clock.systemUTC());

	private final String url = "jdbc:hsqldb:mem:" + UUID.randomUUID();

	private final JdbcConnector connector = new JdbcConnector(new DriverManagerDataSource("jdbc:hsqldb:mem:unused"));

	@Override
	protected Target open() {
		Migrations.apply(new DriverManagerDataSource(this.url, "SA", ""));
		return this.connector.openTarget(new JdbcSettings(this.url, "SA", ""), HERE);
	}

	@Test
	void isNoPartOfTheRunsOwnTransactions() {
		assertThat(target().capabilities().transactional()).isFalse();
	}

	@Test
	void saysWhichDatabaseCannotBeOpened() {
		assertThatExceptionOfType(DirectoryException.class)
			.isThrownBy(() -> this.connector.openTarget(new JdbcSettings(this.url, "nobody", "wrong"), HERE))
			.satisfies((problem) -> assertThat(problem.text().arguments()).contains(this.url))
			.satisfies((problem) -> assertThat(problem.text().toString()).doesNotContain("wrong"));
	}

}
