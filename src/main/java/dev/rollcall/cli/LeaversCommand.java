package dev.rollcall.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;

import dev.rollcall.report.TextColumns;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.LeaverLine;
import dev.rollcall.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code leavers}: who is disabled and waits, whose time comes first in front. */
@Command(name = "leavers", resourceBundle = "dev.rollcall.cli.usage")
final class LeaversCommand implements Callable<Integer> {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			List<LeaverLine> lines = workplace.leavers().all();
			if (operator.isJson()) {
				JsonReport.write(lines, operator.console().out());
			}
			else {
				print(lines, operator);
			}
			return ExitCode.DONE;
		});
	}

	private static void print(List<LeaverLine> lines, Operator operator) {
		Words words = operator.words();
		if (lines.isEmpty()) {
			operator.console().out().println(words.of("cli.no-leavers"));
			return;
		}
		TextColumns columns = new TextColumns(words.of("cli.column.userid"), words.of("cli.column.name"),
				words.of("cli.column.disabled"), words.of("cli.column.deleted-after"), words.of("cli.column.target"),
				words.of("cli.column.job"), words.of("cli.column.run"));
		for (LeaverLine line : lines) {
			columns.add(line.userid(), (line.name() != null) ? line.name() : "-", time(line.disabledSince()),
					(line.deletedAfter() != null) ? time(line.deletedAfter()) : words.of("cli.never"), line.target(),
					line.job(), Long.toString(line.run()));
		}
		columns.print(operator.console().out());
	}

	private static String time(Instant instant) {
		return instant.atZone(ZoneId.systemDefault()).format(TIME);
	}

}
