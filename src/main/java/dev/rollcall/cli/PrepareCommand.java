package dev.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code prepare JOB}: defines in the target what the job needs there, such as custom
 * fields. Done again, it changes nothing.
 */
@Command(name = "prepare", resourceBundle = "dev.rollcall.cli.usage")
final class PrepareCommand implements Callable<Integer> {

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
			FoundLines lines = new FoundLines(workplace.readiness().prepare(this.job, this.overrides),
					operator.words());
			lines.print(operator);
			return lines.areAllGood() ? ExitCode.DONE : ExitCode.PARTIAL;
		});
	}

}
