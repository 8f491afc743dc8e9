package dev.rollcall.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;

import dev.rollcall.report.TextColumns;
import dev.rollcall.report.AuditView.EntryView;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code audit log}: the last entries, the youngest first. */
@Command(name = "log", aliases = "show", resourceBundle = "dev.rollcall.cli.usage")
final class AuditLogCommand implements Callable<Integer> {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.systemDefault());

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	AuditCommand parent;

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
			List<EntryView> entries = workplace.audit().latest(this.last);
			if (operator.isJson()) {
				JsonReport.write(entries, operator.console().out());
			}
			else {
				print(entries, operator);
			}
			return ExitCode.DONE;
		});
	}

	private static void print(List<EntryView> entries, Operator operator) {
		Words words = operator.words();
		if (entries.isEmpty()) {
			operator.console().out().println(words.of("cli.no-entries"));
			return;
		}
		TextColumns columns = new TextColumns(words.of("cli.column.entry"), words.of("cli.column.written"),
				words.of("cli.column.person"), words.of("cli.column.what"));
		for (EntryView entry : entries) {
			columns.add(Long.toString(entry.entry()), time(entry.writtenAt()), entry.person(), entry.sentence());
		}
		columns.print(operator.console().out());
	}

	/**
	 * As the operator's clock shows it; as it stands there if somebody has altered it.
	 */
	private static String time(String written) {
		try {
			return TIME.format(Instant.parse(written));
		}
		catch (DateTimeParseException ex) {
			return written;
		}
	}

}
