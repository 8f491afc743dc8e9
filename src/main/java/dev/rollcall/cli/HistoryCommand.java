package dev.rollcall.cli;

import java.time.ZoneId;
import java.util.concurrent.Callable;

import dev.rollcall.report.HistoryText;
import dev.rollcall.report.HistoryView;
import dev.rollcall.report.JsonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code history KEY}: every change to one entry, over all runs and jobs. */
@Command(name = "history", resourceBundle = "dev.rollcall.cli.usage")
final class HistoryCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Spec
	@SuppressWarnings("NullAway.Init")
	CommandSpec spec;

	@Parameters(index = "0", paramLabel = "KEY")
	String key = "";

	private int last = Integer.MAX_VALUE;

	@Option(names = "--last", paramLabel = "N")
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
			HistoryView view = workplace.histories()
				.of(this.key.strip(), this.last, workplace.views(), operator.masking(), operator.words());
			if (operator.isJson()) {
				JsonReport.write(view, operator.console().out());
			}
			else {
				new HistoryText(operator.words(), ZoneId.systemDefault(), operator.console().out()).print(view);
			}
			return ExitCode.DONE;
		});
	}

}
