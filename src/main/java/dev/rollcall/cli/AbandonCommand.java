package dev.rollcall.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code abandon RUN}: gives a run up for good. */
@Command(name = "abandon", resourceBundle = "dev.rollcall.cli.usage")
final class AbandonCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "RUN")
	long run;

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			workplace.runs().abandon(this.run);
			operator.console().out().println(operator.words().of("cli.abandoned", this.run));
			return ExitCode.DONE;
		});
	}

}
