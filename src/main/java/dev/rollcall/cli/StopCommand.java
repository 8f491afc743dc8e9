package dev.rollcall.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code stop RUN}: asks a run that another process carries out to stop at the next
 * chunk.
 */
@Command(name = "stop", resourceBundle = "dev.rollcall.cli.usage")
final class StopCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "RUN")
	long run;

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			workplace.runs().stop(this.run);
			operator.console().out().println(operator.words().of("cli.asked-to-stop", this.run));
			return ExitCode.DONE;
		});
	}

}
