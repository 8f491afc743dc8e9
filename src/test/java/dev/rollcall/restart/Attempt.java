package dev.rollcall.restart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import dev.rollcall.job.Home;
import dev.rollcall.job.RunObserver;
import dev.rollcall.job.Runs;
import dev.rollcall.job.Workplace;
import dev.rollcall.report.Masking;
import dev.rollcall.report.RunLine;
import dev.rollcall.report.RunViews;
import dev.rollcall.report.Words;
import dev.rollcall.staging.EmbeddedDatabase;
import dev.rollcall.staging.Run;
import org.springframework.jdbc.core.JdbcTemplate;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Something that is tried in a home: commands in processes of their own, and in this one.
 */
final class Attempt implements AutoCloseable {

	private static final RunObserver NOBODY = new RunObserver() {
	};

	/** Within one JVM, Spring Batch takes steps of the same id for the same step. */
	private static final Object ONE_AT_A_TIME = new Object();

	private final Path home;

	private final Outside outside;

	private boolean well;

	private Attempt(Path home) {
		this.home = home;
		this.outside = Outside.isIn(home) ? Outside.in(home) : null;
		if (this.outside != null) {
			followOutside(this.outside);
		}
	}

	/** An attempt in a home itself, which is another one afterwards. */
	static Attempt at(Path home) {
		return new Attempt(home);
	}

	/** An attempt in a copy. */
	static Attempt in(Path home) {
		return new Attempt(Homes.copyOf(home));
	}

	Path home() {
		return this.home;
	}

	/** Starts a command in another process. */
	Program start(KillPoint point, String... command) {
		List<String> all = new ArrayList<>(List.of(command));
		if (command[0].equals("run") || command[0].equals("plan")) {
			settings().forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
		}
		return Program.start(this.home, point, all.toArray(String[]::new));
	}

	/** Carries a command out in another process, to its end. */
	Program give(String... command) {
		Program program = start(KillPoint.NEVER, command);
		program.exitCode();
		return program;
	}

	/** Carries a command out in this process. */
	Run begin(String... command) {
		return with((workplace) -> begin(workplace.runs(), command));
	}

	/** The same, when they are open already. */
	Run begin(Runs runs, String... command) {
		return switch (command[0]) {
			case "run" -> runs.begin(command[1], settings(), Run.Goal.APPLY, NOBODY);
			case "plan" -> runs.begin(command[1], settings(), Run.Goal.PLAN, NOBODY);
			case "apply" -> runs.apply(Long.parseLong(command[1]), NOBODY);
			case "undo" -> runs.undo(Long.parseLong(command[1]), Run.Goal.APPLY, NOBODY);
			case "restart" -> (command.length > 2) ? runs.retry(command[1], NOBODY) : runs.restart(command[1], NOBODY);
			case "abandon" -> runs.abandon(Long.parseLong(command[1]));
			default -> throw new IllegalArgumentException(command[0]);
		};
	}

	/** How the runs stand, the youngest first. */
	List<RunLine> runs() {
		return with((workplace) -> workplace.views().latest(100));
	}

	Run run(long id) {
		return with((workplace) -> workplace.runs().find(id));
	}

	/** The digest of a run's plan. */
	String digest(long id) {
		return with((workplace) -> workplace.views()
			.of(workplace.runs().find(id),
					new RunViews.Scope(RunViews.Changes.FAILED, 0, 0, new Masking(false), Words.in(Locale.ENGLISH)))
			.planDigest());
	}

	/** Lets a held plan through, for a day. */
	void approve(long id) {
		String digest = digest(id);
		with((workplace) -> workplace.approvals()
			.approve(workplace.runs().find(id), digest, "as announced", Duration.ofDays(1)));
	}

	/** Changes something in the database, as time and chance do. */
	void change(String sql) {
		try (EmbeddedDatabase database = EmbeddedDatabase.open(this.home.resolve("var"), "test", Clock.systemUTC())) {
			assertThat(new JdbcTemplate(database.dataSource()).update(sql)).isEqualTo(1);
		}
	}

	/** Does something with what a command works with, in this process. */
	<T> T with(Function<Workplace, T> work) {
		synchronized (ONE_AT_A_TIME) {
			try (Workplace workplace = Workplace.open(new Home(this.home), Words.in(Locale.ENGLISH), "test")) {
				return work.apply(workplace);
			}
		}
	}

	/** Writes to the directory as somebody else does. */
	void write(String sql) {
		if (this.outside != null) {
			new JdbcTemplate(this.outside.database()).execute(sql);
			return;
		}
		try (EmbeddedDatabase database = open()) {
			new JdbcTemplate(database.dataSource()).execute(sql);
		}
	}

	/** Makes earlier runs know the outside by the port that it has now. */
	private void followOutside(Outside server) {
		if (Files.exists(this.home.resolve("var/db"))) {
			try (EmbeddedDatabase database = open()) {
				JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
				for (String column : List.of("overrides", "target_directory")) {
					jdbc.query("SELECT id, " + column + " FROM run WHERE " + column + " LIKE '%/outside%'", (row) -> {
						jdbc.update("UPDATE run SET " + column + " = ? WHERE id = ?",
								row.getString(2)
									.replaceAll("jdbc:hsqldb:hsql://127.0.0.1:[0-9]+/outside",
											Matcher.quoteReplacement(server.url())),
								row.getLong(1));
					});
				}
			}
		}
	}

	private EmbeddedDatabase open() {
		return EmbeddedDatabase.open(this.home.resolve("var"), "test", Clock.systemUTC());
	}

	/** What there is now. */
	EndState endState() {
		EndState state = new EndState(this.home).withReports(this.home.resolve("var/reports"));
		try (EmbeddedDatabase database = open()) {
			state.with("own", database.dataSource());
		}
		return (this.outside != null) ? state.with("outside", this.outside.database()) : state;
	}

	/** Says that it has gone well, and that nobody will want to look at its files. */
	void wentWell() {
		this.well = true;
	}

	private Map<String, String> settings() {
		return (this.outside != null) ? Map.of("target.url", this.outside.url(), "target.username", "SA") : Map.of();
	}

	@Override
	public void close() {
		if (this.outside != null) {
			this.outside.close();
		}
		if (this.well) {
			Folders.delete(this.home);
		}
	}

}
