package dev.rollcall.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;

import dev.rollcall.report.ApplicationLine;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.TextColumns;
import dev.rollcall.report.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code applications [JOB]}: who has applied for an account and what became of it, the
 * youngest first.
 */
@Command(name = "applications", resourceBundle = "dev.rollcall.cli.usage")
final class ApplicationsCommand implements Callable<Integer> {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "JOB", arity = "0..1")
	@Nullable String job;

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			List<ApplicationLine> lines = workplace.applicationViews().of(this.job);
			if (operator.isJson()) {
				JsonReport.write(lines, operator.console().out());
			}
			else {
				print(lines, operator);
			}
			return ExitCode.DONE;
		});
	}

	private static void print(List<ApplicationLine> lines, Operator operator) {
		Words words = operator.words();
		if (lines.isEmpty()) {
			operator.console().out().println(words.of("cli.no-applications"));
			return;
		}
		TextColumns columns = new TextColumns(words.of("cli.column.application"), words.of("cli.column.userid"),
				words.of("cli.column.job"), words.of("cli.column.made"), words.of("cli.column.state"),
				words.of("cli.column.groups"), words.of("cli.column.person"), words.of("cli.column.why"));
		for (ApplicationLine line : lines) {
			String by = line.by();
			columns.add(Long.toString(line.id()), line.userid(), line.job(), time(line.madeAt()),
					words.of("cli.standing." + line.state(), time(line.since())),
					line.groups().isEmpty() ? "-" : String.join(",", line.groups()), (by != null) ? by : "-",
					line.why().isEmpty() ? "-" : line.why());
		}
		columns.print(operator.console().out());
	}

	private static String time(Instant instant) {
		return instant.atZone(ZoneId.systemDefault()).format(TIME);
	}

}
