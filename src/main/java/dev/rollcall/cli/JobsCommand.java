package dev.rollcall.cli;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.rollcall.definition.JobDefinition;
import dev.rollcall.definition.JobFileException;
import dev.rollcall.definition.JobFolder;
import dev.rollcall.job.Runs;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.Words;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code jobs}: the jobs, their last run and next time. */
@Command(name = "jobs", resourceBundle = "dev.rollcall.cli.usage")
final class JobsCommand implements Callable<Integer> {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	/**
	 * A job in one line.
	 *
	 * @param job its name
	 * @param description what it is for
	 * @param problem what is wrong with its file, null when nothing is
	 * @param lastRun the number of its last run
	 * @param lastState how that run stands
	 * @param next when it is meant to run next
	 */
	record JobLine(String job, String description, @Nullable String problem, @Nullable Long lastRun,
			@Nullable String lastState, @Nullable ZonedDateTime next) {

	}

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((session) -> {
			List<JobLine> lines = session.get(JobFolder.class)
				.names()
				.stream()
				.map((name) -> line(name, session, operator.words()))
				.toList();
			if (operator.isJson()) {
				JsonReport.write(lines, operator.console().out());
			}
			else {
				print(lines, operator);
			}
			return ExitCode.DONE;
		});
	}

	private static JobLine line(String name, Session session, Words words) {
		Run last = session.get(RunStore.class).last(name);
		Long run = (last != null) ? last.id() : null;
		String state = (last != null)
				? words.of("report.run-state." + last.state().name().toLowerCase(java.util.Locale.ROOT)) : null;
		try {
			JobDefinition definition = session.get(Runs.class).definition(name, Map.of());
			ZonedDateTime next = (definition.schedule() != null)
					? definition.schedule().next(session.get(Clock.class).instant()) : null;
			return new JobLine(name, definition.description(), null, run, state, next);
		}
		catch (JobFileException ex) {
			return new JobLine(name, "", words.of("cli.faulty-job", name), run, state, null);
		}
	}

	private static void print(List<JobLine> lines, Operator operator) {
		Words words = operator.words();
		if (lines.isEmpty()) {
			operator.console().out().println(words.of("cli.no-jobs", operator.home().jobs()));
			return;
		}
		TextColumns columns = new TextColumns(words.of("cli.column.job"), words.of("cli.column.last-run"),
				words.of("cli.column.next"), words.of("cli.column.description"));
		for (JobLine line : lines) {
			columns.add(line.job(), (line.lastRun() != null) ? line.lastRun() + " " + line.lastState() : "-",
					(line.next() != null) ? line.next().format(TIME) : "-",
					(line.problem() != null) ? line.problem() : line.description());
		}
		columns.print(operator.console().out());
	}

}
