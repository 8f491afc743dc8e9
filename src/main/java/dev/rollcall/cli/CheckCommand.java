package dev.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code check JOB}: is the file right, and do source and target allow what the job
 * needs.
 */
@Command(name = "check", resourceBundle = "dev.rollcall.cli.usage")
final class CheckCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "JOB")
	String job = "";

	@Option(names = "--set", paramLabel = "KEY=VALUE")
	Map<String, String> overrides = new LinkedHashMap<>();

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			FoundLines lines = new FoundLines(workplace.readiness().check(this.job, this.overrides), operator.words());
			lines.print(operator);
			return lines.areAllGood() ? ExitCode.DONE : ExitCode.WRONG;
		});
	}

}
