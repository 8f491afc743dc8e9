package dev.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.rollcall.staging.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code run JOB}: plan, check limits, apply, report. */
@Command(name = "run", resourceBundle = "dev.rollcall.cli.usage")
final class RunCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "JOB")
	String job = "";

	@Option(names = "--set", paramLabel = "KEY=VALUE")
	Map<String, String> overrides = new LinkedHashMap<>();

	@Mixin
	ScopeOptions scope = new ScopeOptions();

	@Option(names = "--dry-run")
	boolean dryRun;

	@Override
	public Integer call() {
		Run.Goal goal = this.dryRun ? Run.Goal.PLAN : Run.Goal.APPLY;
		Run run = new RunWork(this.parent.operator())
			.carryOut((runs, observer) -> runs.begin(this.job, this.scope.in(this.overrides), goal, observer));
		return ExitCode.of(run);
	}

}
