package dev.rollcall.cli;

import java.util.concurrent.Callable;

import dev.rollcall.staging.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code restart JOB|RUN}: continues from the last checkpoint; {@code --failed}: tries
 * again what failed in a run that is over.
 */
@Command(name = "restart", resourceBundle = "dev.rollcall.cli.usage")
final class RestartCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "JOB|RUN")
	String run = "";

	@Option(names = "--failed")
	boolean failed;

	@Override
	public Integer call() {
		RunWork work = new RunWork(this.parent.operator());
		Run ended = work.carryOut(
				(runs, observer) -> this.failed ? runs.retry(this.run, observer) : runs.restart(this.run, observer));
		return work.foundNothingFailed() ? ExitCode.DONE : ExitCode.of(ended);
	}

}
