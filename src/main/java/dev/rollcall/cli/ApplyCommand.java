package dev.rollcall.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code apply RUN}: applies a plan that was saved before. */
@Command(name = "apply", resourceBundle = "dev.rollcall.cli.usage")
final class ApplyCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "RUN")
	long run;

	@Override
	public Integer call() {
		return ExitCode
			.of(new RunWork(this.parent.operator()).carryOut((runs, observer) -> runs.apply(this.run, observer)));
	}

}
