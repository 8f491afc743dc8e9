package dev.rollcall.staging;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that is there already is brought up to date and not begun anew. */
class MigrationsTests {

	@Test
	void appliedAgainTheyLeaveEverythingAsItIs() {
		JdbcTemplate jdbc = TestDatabase.create();
		new RunStore(jdbc).begin("job", Run.Goal.APPLY, "", "", "process 7", Instant.EPOCH);
		long applied = applied(jdbc);
		Migrations.apply(jdbc.getDataSource());
		assertThat(applied(jdbc)).isEqualTo(applied).isPositive();
		assertThat(new RunStore(jdbc).last("job")).isNotNull();
	}

	@Test
	void theLastOneIsTheOneThatFilesAreNamedBy() {
		assertThat(TestDatabase.create()
			.queryForObject("SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"flyway_schema_history\"", Integer.class))
			.isEqualTo(Migrations.LATEST);
	}

	private static long applied(JdbcTemplate jdbc) {
		return jdbc.queryForObject("SELECT COUNT(*) FROM \"flyway_schema_history\"", Long.class);
	}

}
