package dev.rollcall.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import dev.rollcall.directory.RollcallException;
import dev.rollcall.job.Home;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.Words;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where the program begins. */
public final class Rollcall {

	private final Console console;

	private final Map<String, String> environment;

	private Rollcall(Console console, Map<String, String> environment) {
		this.console = console;
		this.environment = environment;
	}

	public static void main(String[] arguments) {
		if (List.of(arguments).contains("--debug")) {
			System.setProperty("rollcall.log", "INFO");
		}
		System.exit(new Rollcall(Console.standard(), System.getenv()).run(arguments));
	}

	private int run(String[] arguments) {
		Words words = Words.in(locale(arguments));
		Home home = Home.of(this.environment);
		Operator operator = new Operator(this.console, words, home, "rollcall " + String.join(" ", arguments));
		CommandLine line = new CommandLine(new RollcallCommand(operator));
		line.setResourceBundle(ResourceBundle.getBundle("dev.rollcall.cli.usage", words.locale(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.setOut(this.console.out());
		line.setErr(new PrintWriter(new OutputStreamWriter(this.console.err(), StandardCharsets.UTF_8), true));
		line.setParameterExceptionHandler((problem, given) -> misused(problem, words));
		line.setExecutionExceptionHandler((problem, at, result) -> failed(problem, operator));
		return line.execute(arguments);
	}

	private int misused(ParameterException problem, Words words) {
		this.console.err().println(problem.getMessage());
		this.console.err().println(words.of("cli.see-help", problem.getCommandLine().getCommandSpec().qualifiedName()));
		return ExitCode.WRONG;
	}

	private int failed(Exception problem, Operator operator) {
		Words words = operator.words();
		int code = ExitCode.FAILED;
		if (problem instanceof RollcallException known) {
			code = ExitCode.of(known);
			complain(known, operator);
		}
		else {
			this.console.err().println(words.of("cli.unexpected", problem));
		}
		if (operator.isDebugging()) {
			problem.printStackTrace(this.console.err());
		}
		return code;
	}

	private void complain(RollcallException problem, Operator operator) {
		Words words = operator.words();
		this.console.err().println(words.of(problem.text()));
		problem.details()
			.forEach((detail) -> this.console.err().println("  " + detail.place() + ": " + words.of(detail.text())));
		if (operator.isJson()) {
			JsonReport.write(Map.of("problem", words.of(problem.text()), "code", problem.text().code()),
					this.console.out());
		}
	}

	/** The language that was asked for, else that of the environment. */
	private Locale locale(String[] arguments) {
		int at = Arrays.asList(arguments).indexOf("--lang");
		if (at >= 0 && at + 1 < arguments.length) {
			return Locale.forLanguageTag(arguments[at + 1]);
		}
		String asked = Arrays.stream(arguments)
			.filter((argument) -> argument.startsWith("--lang="))
			.map((argument) -> argument.substring("--lang=".length()))
			.findFirst()
			.orElse(this.environment.getOrDefault("ROLLCALL_LANG", ""));
		return asked.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(asked.replace('_', '-'));
	}

}
