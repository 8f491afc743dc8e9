package dev.rollcall.cli;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;

import dev.rollcall.job.JobLine;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.RunViews;
import dev.rollcall.report.TextColumns;
import dev.rollcall.report.Words;
import dev.rollcall.staging.Run;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code jobs}: the jobs, their last run and next time. */
@Command(name = "jobs", resourceBundle = "dev.rollcall.cli.usage")
final class JobsCommand implements Callable<Integer> {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV");

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	/**
	 * A job in JSON.
	 *
	 * @param job its name
	 * @param description what it is for
	 * @param faulty whether its file is wrong
	 * @param lastRun the number of its last run
	 * @param lastState how that run stands
	 * @param next when it is meant to run next
	 */
	record JobView(String job, String description, boolean faulty, @Nullable Long lastRun, @Nullable String lastState,
			@Nullable ZonedDateTime next) {

		static JobView of(JobLine line, RunViews views) {
			Run last = line.last();
			return new JobView(line.job(), line.description(), line.faulty(), (last != null) ? last.id() : null,
					(last != null) ? views.state(last) : null, line.next());
		}

	}

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			RunViews views = workplace.views();
			List<JobView> lines = workplace.runs().jobs().stream().map((line) -> JobView.of(line, views)).toList();
			if (operator.isJson()) {
				JsonReport.write(lines, operator.console().out());
			}
			else {
				print(lines, operator);
			}
			return ExitCode.DONE;
		});
	}

	private static void print(List<JobView> lines, Operator operator) {
		Words words = operator.words();
		if (lines.isEmpty()) {
			operator.console().out().println(words.of("cli.no-jobs", operator.home().jobs()));
			return;
		}
		TextColumns columns = new TextColumns(words.of("cli.column.job"), words.of("cli.column.last-run"),
				words.of("cli.column.next"), words.of("cli.column.description"));
		for (JobView line : lines) {
			columns.add(line.job(), last(line, words), (line.next() != null) ? line.next().format(TIME) : "-",
					line.faulty() ? words.of("cli.faulty-job", line.job()) : line.description());
		}
		columns.print(operator.console().out());
	}

	private static String last(JobView line, Words words) {
		return (line.lastRun() == null || line.lastState() == null) ? "-"
				: line.lastRun() + " " + words.of("report.run-state." + line.lastState());
	}

}
