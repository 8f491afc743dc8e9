package dev.rollcall.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code restart JOB|RUN}: continues from the last checkpoint. */
@Command(name = "restart", resourceBundle = "dev.rollcall.cli.usage")
final class RestartCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "JOB|RUN")
	String run = "";

	@Override
	public Integer call() {
		return ExitCode
			.of(new RunWork(this.parent.operator()).carryOut((runs, observer) -> runs.restart(this.run, observer)));
	}

}
