package dev.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code plan JOB}: reads both sides, saves a plan and prints it. */
@Command(name = "plan", resourceBundle = "dev.rollcall.cli.usage")
final class PlanCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "JOB")
	String job = "";

	@Option(names = "--set", paramLabel = "KEY=VALUE")
	Map<String, String> overrides = new LinkedHashMap<>();

	@Mixin
	ScopeOptions scope = new ScopeOptions();

	@Option(names = "--detailed-exitcode")
	boolean detailed;

	@Override
	public Integer call() {
		boolean[] changes = { false };
		Run run = new RunWork(this.parent.operator()).carryOut(
				(runs, observer) -> runs.begin(this.job, this.scope.in(this.overrides), Run.Goal.PLAN, observer),
				(view) -> changes[0] = view.counts().stream().anyMatch((count) -> count.planned() > count.withheld()));
		return (this.detailed && run.state() == RunState.PLANNED && changes[0]) ? ExitCode.CHANGES : ExitCode.of(run);
	}

}
