package dev.rollcall.cli;

import java.util.concurrent.Callable;

import dev.rollcall.staging.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code undo RUN}: takes back what a run has done. */
@Command(name = "undo", resourceBundle = "dev.rollcall.cli.usage")
final class UndoCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "RUN")
	long run;

	@Option(names = "--dry-run")
	boolean dryRun;

	@Override
	public Integer call() {
		Run.Goal goal = this.dryRun ? Run.Goal.PLAN : Run.Goal.APPLY;
		return ExitCode
			.of(new RunWork(this.parent.operator()).carryOut((runs, observer) -> runs.undo(this.run, goal, observer)));
	}

}
