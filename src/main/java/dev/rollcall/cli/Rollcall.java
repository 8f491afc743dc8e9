package dev.rollcall.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.PersonalValues;
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

	private final Ending ending = new Ending();

	Rollcall(Console console, Map<String, String> environment) {
		this.console = console;
		this.environment = environment;
	}

	public static void main(String[] arguments) {
		if (List.of(arguments).contains("--debug")) {
			System.setProperty("rollcall.log", "INFO");
		}
		Rollcall rollcall = new Rollcall(Console.standard(), System.getenv());
		rollcall.ending.with(rollcall.run(arguments));
	}

	/** Carries a command out and gives its exit code. */
	int run(String... arguments) {
		Words words = Words.in(locale(arguments));
		Home home = Home.of(this.environment);
		Operator operator = new Operator(this.console, words, home, TypedCommand.of(arguments), this.ending);
		CommandLine line = new CommandLine(new RollcallCommand(operator));
		line.setResourceBundle(ResourceBundle.getBundle("dev.rollcall.cli.usage", words.locale(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.setOut(this.console.out());
		line.setErr(new PrintWriter(new OutputStreamWriter(this.console.err(), StandardCharsets.UTF_8), true));
		line.setParameterExceptionHandler((problem, given) -> misused(problem, words, isJson(given)));
		line.setExecutionExceptionHandler((problem, at, result) -> failed(problem, operator));
		return line.execute(arguments);
	}

	private int misused(ParameterException problem, Words words, boolean json) {
		Message message = new Misuse(words).message(problem);
		this.console.err().println(words.of(message));
		this.console.err().println(words.of("cli.see-help", problem.getCommandLine().getCommandSpec().qualifiedName()));
		if (json) {
			JsonReport.write(new Problem(words.of(message), message.code(), List.of()), this.console.out());
		}
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
			String sentence = words.of("cli.unexpected", cause(problem));
			this.console.err().println(sentence);
			if (operator.isJson()) {
				JsonReport.write(new Problem(sentence, "cli.unexpected", List.of()), this.console.out());
			}
		}
		if (operator.isDebugging()) {
			StackTrace.print(problem, this.console.err());
		}
		return code;
	}

	private void complain(RollcallException problem, Operator operator) {
		Words words = operator.words();
		this.console.err().println(words.of(problem.text()));
		problem.details()
			.forEach((detail) -> this.console.err().println("  " + detail.place() + ": " + words.of(detail.text())));
		if (operator.isJson()) {
			JsonReport.write(Problem.of(problem, words), this.console.out());
		}
	}

	/**
	 * What a failure that nobody has thought of says itself, without names of classes.
	 */
	private static String cause(Exception problem) {
		Throwable cause = problem;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return (cause.getMessage() != null) ? PersonalValues.coveredIfLikely(cause.getMessage()) : "?";
	}

	/** Whether JSON is asked for, in a command that cannot be understood as a whole. */
	private static boolean isJson(String[] arguments) {
		String line = String.join(" ", arguments).toLowerCase(Locale.ROOT);
		return line.contains("--format json") || line.contains("--format=json");
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
