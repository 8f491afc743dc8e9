package dev.rollcall.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;

import dev.rollcall.report.JsonReport;
import dev.rollcall.report.RunLine;
import dev.rollcall.report.TextColumns;
import dev.rollcall.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code runs}: the latest runs, the youngest first. */
@Command(name = "runs", resourceBundle = "dev.rollcall.cli.usage")
final class RunsCommand implements Callable<Integer> {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Spec
	@SuppressWarnings("NullAway.Init")
	CommandSpec spec;

	private int last;

	@Option(names = "--last", paramLabel = "N", defaultValue = "20")
	void setLast(int last) {
		if (last < 1) {
			throw new ParameterException(this.spec.commandLine(), "last", this.spec.findOption("--last"),
					Integer.toString(last));
		}
		this.last = last;
	}

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			List<RunLine> lines = workplace.views().latest(this.last);
			if (operator.isJson()) {
				JsonReport.write(lines, operator.console().out());
			}
			else {
				print(lines, operator);
			}
			return ExitCode.DONE;
		});
	}

	private static void print(List<RunLine> lines, Operator operator) {
		Words words = operator.words();
		if (lines.isEmpty()) {
			operator.console().out().println(words.of("cli.no-runs"));
			return;
		}
		TextColumns columns = new TextColumns(words.of("cli.column.run"), words.of("cli.column.job"),
				words.of("cli.column.state"), words.of("cli.column.started"), words.of("cli.column.changes"),
				words.of("cli.column.done"), words.of("cli.column.failed"), words.of("cli.column.withheld"));
		for (RunLine line : lines) {
			columns.add(Long.toString(line.run()), job(line, words), words.of("report.run-state." + line.state()),
					line.startedAt().atZone(ZoneId.systemDefault()).format(TIME), Long.toString(line.planned()),
					Long.toString(line.done()), Long.toString(line.failed()), Long.toString(line.withheld()));
		}
		columns.print(operator.console().out());
	}

	private static String job(RunLine line, Words words) {
		return (line.undoes() == null) ? line.job() : words.of("cli.undo-of", line.job(), line.undoes());
	}

}
