package dev.rollcall.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.rollcall.job.Workplace;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.WorksheetView;
import dev.rollcall.report.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code worksheet JOB}: a workbook of the members whom an administrator is to import in
 * the target's console, because only that can bind them to WeCom.
 */
@Command(name = "worksheet", resourceBundle = "dev.rollcall.cli.usage")
final class WorksheetCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Spec
	@SuppressWarnings("NullAway.Init")
	CommandSpec spec;

	@Parameters(paramLabel = "JOB")
	String job = "";

	private @Nullable String file;

	@Option(names = "--overwrite")
	boolean overwrite;

	@Option(names = "--set", paramLabel = "KEY=VALUE")
	Map<String, String> overrides = new LinkedHashMap<>();

	@Option(names = "--file", paramLabel = "WORKBOOK")
	void setFile(String name) {
		if (!name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
			throw new ParameterException(this.spec.commandLine(), "file", this.spec.findOption("--file"), name);
		}
		this.file = name;
	}

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			workplace.letOthersLook(operator.command());
			WorksheetView view = write(workplace, operator);
			if (operator.isJson()) {
				JsonReport.write(view, operator.console().out());
			}
			else {
				print(view, operator.console().out(), operator.words());
			}
			return (view.problems() == 0) ? ExitCode.DONE : ExitCode.PARTIAL;
		});
	}

	private WorksheetView write(Workplace workplace, Operator operator) {
		try (ProgressDisplay display = new ProgressDisplay(operator.console(), operator.words())) {
			return workplace.runs().worksheet(this.job, this.overrides, this.file, this.overwrite, display);
		}
	}

	private static void print(WorksheetView view, PrintWriter out, Words words) {
		view.gaps().forEach((gap) -> out.println(words.of("report.gap", gap)));
		out.println((view.rows() == 0) ? words.of("cli.worksheet-nobody", view.file())
				: words.of("cli.worksheet", view.file(), view.rows(), view.unbound()));
		if (view.problems() > 0) {
			out.println(words.of("cli.worksheet-problems", view.problems()));
		}
	}

}
