package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.report.Words;
import dev.rollcall.staging.EmbeddedDatabase;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of runs, for how long, and how much room that takes. */
class RetentionIntegrationTests {

	private static final Schema SCHEMA = Schema.of("name", "position", "mobile");

	private static final RunObserver NOBODY = new RunObserver() {
	};

	private static final Duration NOTHING = Duration.ZERO;

	/** What stays of a run that was pruned. */
	private static final Set<String> KEPT = Set.of("APPROVAL", "AUDIT_ENTRY", "LEDGER", "LEAVER", "PLAN_COUNT",
			"PLAN_DECISION");

	@TempDir
	Path home;

	private MemoryDirectory source;

	private String department;

	@BeforeEach
	void jobs() throws IOException {
		this.source = MemoryConnector.add("source", MemoryDirectory.plain("source", SCHEMA));
		MemoryConnector.add("target", MemoryDirectory.plain("target", SCHEMA));
		this.department = this.source.put(null, "公司", null);
		job("upsert", "operations: [create, update]");
		job("delete", "operations: [delete]\nlimits: {delete: {count: 1, floor: 0}}");
	}

	@Test
	void aRunThatIsOverKeepsNothingOfWhatItHasRead() {
		put(30, "第一版");
		assertThat(run("upsert").state()).isEqualTo(RunState.DONE);
		assertThat(segments(1)).isEmpty();
		assertThat(count("snapshot", 1)).isEqualTo(2);
		put(30, "第二版");
		assertThat(with((workplace) -> workplace.runs().begin("upsert", Map.of(), Run.Goal.PLAN, NOBODY)).state())
			.isEqualTo(RunState.PLANNED);
		assertThat(segments(2)).as("what apply can need").containsExactly("TARGET DEPARTMENT");
		assertThat(with((workplace) -> workplace.runs().apply(2, NOBODY)).state()).isEqualTo(RunState.DONE);
		assertThat(segments(2)).isEmpty();
		with((workplace) -> workplace.runs().begin("upsert", Map.of(), Run.Goal.PLAN, NOBODY));
		assertThat(segments(3)).isNotEmpty();
		with((workplace) -> workplace.runs().abandon(3));
		assertThat(segments(3)).isEmpty();
	}

	@Test
	void manyRunsDoNotMakeTheDatabaseGrow() {
		long fifth = 0;
		for (int run = 1; run <= 15; run++) {
			put(500, "第" + run + "版");
			assertThat(run("upsert").state()).isEqualTo(RunState.DONE);
			fifth = (run == 5) ? bytes() : fifth;
		}
		// Three blocks of 32 KB for each plan, which stays until it is pruned.
		assertThat(bytes() - fifth).as("bytes more than %d", fifth).isLessThan(10 * 3 * 32_768 + 400_000);
		long before = bytes();
		Prune.Result pruned = with((workplace) -> workplace.prune().prune(NOTHING));
		assertThat(pruned.runs()).hasSize(14);
		assertThat(bytes()).as("bytes less than %d", before).isLessThan(before / 2);
	}

	@Test
	void prunesWhatEndedLongAgoAndNobodyNeeds() {
		for (int run = 1; run <= 4; run++) {
			put(10, "第" + run + "版");
			run("upsert");
		}
		with((workplace) -> workplace.runs().begin("upsert", Map.of(), Run.Goal.PLAN, NOBODY));
		run("upsert");
		age(List.of(1, 2, 4, 5, 6));
		assertThat(prune(Duration.ofDays(90), true)).containsExactly(1L, 2L, 4L);
		assertThat(count("plan_segment", 1)).isEqualTo(2);
		assertThat(prune(Duration.ofDays(90), false)).as("3 is young, 5 can be applied, 6 is the last of its job")
			.containsExactly(1L, 2L, 4L);
		assertThat(prune(Duration.ofDays(90), false)).isEmpty();
		assertThat(this.home.resolve("var/reports")).isDirectoryContaining("glob:**/3")
			.isDirectoryNotContaining("glob:**/1");
		for (String table : tablesOfRuns()) {
			assertThat(count(table, 1) == 0 || KEPT.contains(table)).as(table).isTrue();
			assertThat(count(table, 4) == 0 || KEPT.contains(table)).as(table).isTrue();
		}
		assertThat(count("plan_segment", 3)).isPositive();
		List<String> known = jdbc((jdbc) -> jdbc
			.queryForList("SELECT DISTINCT parameter_value FROM batch_job_execution_params ORDER BY 1", String.class));
		assertThat(known).containsExactly("3", "5", "6");
		Long instances = jdbc((jdbc) -> jdbc.queryForObject("SELECT COUNT(*) FROM batch_job_instance", Long.class));
		assertThat(instances).isEqualTo(3);
		assertThat(with((workplace) -> workplace.audit().prove(null)).faults()).isEmpty();
		assertThat(with((workplace) -> workplace.audit().latest(1)).get(0).kind()).isEqualTo("pruned");
		assertThat(with((workplace) -> workplace.runs().apply(5, NOBODY)).state()).isEqualTo(RunState.DONE);
	}

	/** By it, later sources are measured; the runs behind it were not proved. */
	@Test
	void keepsTheFiguresOfTheLastProvedRunOfEachJob() {
		put(10, "第一版");
		run("upsert");
		run("upsert");
		run("upsert");
		jdbc((jdbc) -> jdbc.update("UPDATE snapshot SET gaps = 'x' WHERE run_id = 3"));
		assertThat(prune(NOTHING, false)).containsExactly(1L, 2L);
		assertThat(count("snapshot", 1)).isZero();
		assertThat(count("snapshot", 2)).isEqualTo(2);
	}

	@Test
	void goesOnWhereAnotherProcessDied() throws IOException {
		put(10, "第一版");
		run("upsert");
		run("upsert");
		Path folder = this.home.resolve("var/reports/1");
		assertThat(prune(NOTHING, false)).containsExactly(1L);
		assertThat(folder).doesNotExist();
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("report.txt"), "left by a process that died behind its commit");
		assertThat(prune(NOTHING, false)).isEmpty();
		assertThat(folder).doesNotExist();
	}

	private void put(int members, String position) {
		for (int i = 0; i < members; i++) {
			this.source.put(new Member("u" + i, "u" + i, null, Fields.of(SCHEMA,
					Map.of("name", "名" + i, "position", (i % 100 == 0) ? position : "工程师", "mobile", "138" + i)),
					new Placements(List.of(Placement.in(this.department)), null), null));
		}
	}

	private Run run(String job) {
		return with((workplace) -> workplace.runs().begin(job, Map.of(), Run.Goal.APPLY, NOBODY));
	}

	private List<Long> prune(Duration keep, boolean look) {
		return with((workplace) -> look ? workplace.prune().look(keep) : workplace.prune().prune(keep)).runs();
	}

	private void age(List<Integer> runs) {
		runs.forEach((run) -> jdbc(
				(jdbc) -> jdbc.update("UPDATE run SET ended_at = ended_at - INTERVAL 91 DAY WHERE id = ?", run)));
	}

	private List<String> segments(long run) {
		return jdbc((jdbc) -> jdbc.query("SELECT DISTINCT side, kind FROM snapshot_segment WHERE run_id = ?",
				(row, index) -> row.getString(1) + " " + row.getString(2), run));
	}

	private long count(String table, long run) {
		return jdbc(
				(jdbc) -> jdbc.queryForObject("SELECT COUNT(*) FROM " + table + " WHERE run_id = ?", Long.class, run));
	}

	/** All tables that know of runs: whoever adds one decides whether it is pruned. */
	private Set<String> tablesOfRuns() {
		return new HashSet<>(jdbc((jdbc) -> jdbc.queryForList("""
				SELECT table_name FROM information_schema.columns
				WHERE table_schema = 'PUBLIC' AND column_name = 'RUN_ID'""", String.class)));
	}

	private long bytes() {
		EmbeddedDatabase database = EmbeddedDatabase.open(this.home.resolve("var"), "test", Clock.systemUTC());
		database.close();
		return database.bytes();
	}

	private <T> T jdbc(Function<JdbcTemplate, T> work) {
		try (EmbeddedDatabase database = EmbeddedDatabase.open(this.home.resolve("var"), "test", Clock.systemUTC())) {
			return work.apply(new JdbcTemplate(database.dataSource()));
		}
	}

	/** Each command has the database open for itself, as those of operators have. */
	private <T> T with(Function<Workplace, T> work) {
		try (Workplace workplace = Workplace.open(new Home(this.home), Words.in(Locale.ENGLISH), "test")) {
			return work.apply(workplace);
		}
	}

	private void job(String name, String rest) throws IOException {
		Files.writeString(Files.createDirectories(this.home.resolve("jobs")).resolve(name + ".yaml"), """
				source: {connector: memory, name: source}
				target: {connector: memory, name: target}
				%s
				""".formatted(rest));
	}

}
