package dev.rollcall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.rollcall.report.JsonReport;
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

	/**
	 * One thing that was found out.
	 *
	 * @param good whether a run can rely on it
	 * @param text what was found
	 */
	record CheckLine(boolean good, String text) {

	}

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			List<CheckLine> lines = new ArrayList<>();
			workplace.runs()
				.check(this.job, this.overrides)
				.forEach((result) -> lines.add(new CheckLine(result.good(), operator.words().of(result.text()))));
			if (operator.isJson()) {
				JsonReport.write(lines, operator.console().out());
			}
			else {
				lines.forEach((line) -> operator.console()
					.out()
					.println(
							operator.words().of(line.good() ? "cli.check-good" : "cli.check-bad") + " " + line.text()));
			}
			return lines.stream().allMatch(CheckLine::good) ? ExitCode.DONE : ExitCode.WRONG;
		});
	}

}
