package dev.rollcall.cli;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.rollcall.job.JobLine;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code jobs}: the jobs, their last run and next time. */
@Command(name = "jobs", resourceBundle = "dev.rollcall.cli.usage")
final class JobsCommand implements Callable<Integer> {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			List<JobLine> lines = workplace.runs().jobs();
			if (operator.isJson()) {
				JsonReport.write(lines, operator.console().out());
			}
			else {
				print(lines, operator);
			}
			return ExitCode.DONE;
		});
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
			columns.add(line.job(), last(line, words), (line.next() != null) ? line.next().format(TIME) : "-",
					line.faulty() ? words.of("cli.faulty-job", line.job()) : line.description());
		}
		columns.print(operator.console().out());
	}

	private static String last(JobLine line, Words words) {
		return (line.lastRun() == null || line.lastState() == null) ? "-" : line.lastRun() + " "
				+ words.of("report.run-state." + line.lastState().name().toLowerCase(Locale.ROOT));
	}

}
