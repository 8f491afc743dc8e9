package dev.rollcall.staging;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.rollcall.directory.EntryKind;
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

	@Test
	void whatTheLedgerHeldByFieldItHoldsByMember() {
		JdbcTemplate jdbc = TestDatabase.create();
		jdbc.execute("""
				CREATE TABLE ledger_field (target VARCHAR(2000), member_ref VARCHAR(200), field VARCHAR(100),
					content VARCHAR(4000), run_id BIGINT, PRIMARY KEY (target, member_ref, field))""");
		for (int i = 0; i < 1100; i++) {
			jdbc.update("INSERT INTO ledger_field VALUES (?, ?, 'mobile', ?, 3)", (i % 2 == 0) ? "one" : "other",
					"u" + i, "m" + i);
		}
		jdbc.update("INSERT INTO ledger_field VALUES ('one', 'u4', 'email', '', 7)");
		V7__Ledger_by_member.move(jdbc);
		assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM ledger", Long.class)).isEqualTo(1100);
		assertThat(new Ledger(jdbc, EntryKind.MEMBER, "one", List.of("mobile", "email")).remembered("u4"))
			.isEqualTo(Map.of("mobile", "m4", "email", ""));
		assertThat(new Ledger(jdbc, EntryKind.MEMBER, "other", List.of("mobile")).remembered("u1099"))
			.isEqualTo(Map.of("mobile", "m1099"));
		assertThat(jdbc.queryForObject("SELECT run_id FROM ledger WHERE member_ref = 'u4'", Long.class)).isEqualTo(7);
	}

	private static long applied(JdbcTemplate jdbc) {
		return jdbc.queryForObject("SELECT COUNT(*) FROM \"flyway_schema_history\"", Long.class);
	}

}
