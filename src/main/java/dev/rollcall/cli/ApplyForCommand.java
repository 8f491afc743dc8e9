package dev.rollcall.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import dev.rollcall.directory.Message;
import dev.rollcall.job.NewApplication;
import dev.rollcall.job.Workplace;
import dev.rollcall.report.ApplicationLine;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code apply-for JOB USERID}: applies for an account for a member whom the job does not
 * mean otherwise, and tells the administrators. The token is shown here and never again.
 */
@Command(name = "apply-for", resourceBundle = "dev.rollcall.cli.usage")
final class ApplyForCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(index = "0", paramLabel = "JOB")
	String job = "";

	@Parameters(index = "1", paramLabel = "MEMBER")
	String member = "";

	/**
	 * What came of it, in JSON.
	 *
	 * @param application the application
	 * @param token lets whoever has it decide, once
	 * @param link where administrators decide
	 * @param renewed whether it was open before
	 * @param told who was told
	 * @param failures why others were not
	 */
	record NewApplicationView(ApplicationLine application, String token, @Nullable String link, boolean renewed,
			List<String> told, List<String> failures) {

	}

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		NewApplication applied = apply(operator);
		if (!operator.isJson()) {
			print(applied, operator);
		}
		NewApplication.Told told = applied.tell(operator.words());
		if (operator.isJson()) {
			JsonReport.write(view(applied, told, operator.words()), operator.console().out());
		}
		else {
			print(told, operator);
		}
		return told.failures().isEmpty() ? ExitCode.DONE : ExitCode.PARTIAL;
	}

	/** The database is closed again before a server is waited for. */
	private NewApplication apply(Operator operator) {
		try (Workplace workplace = operator.open()) {
			return workplace.newApplications().make(this.job, this.member);
		}
	}

	private static NewApplicationView view(NewApplication applied, NewApplication.Told told, Words words) {
		return new NewApplicationView(applied.application(), applied.token(), applied.link(), applied.renewed(),
				told.told().stream().map(words::of).toList(), told.failures().stream().map(words::of).toList());
	}

	/** Before anything else can go wrong: the token is nowhere else. */
	private static void print(NewApplication applied, Operator operator) {
		PrintWriter out = operator.console().out();
		Words words = operator.words();
		applied.sentences().forEach((sentence) -> out.println(words.of(sentence)));
		out.println(words.of("cli.decide"));
		if (applied.link() != null) {
			out.println("  " + applied.link());
		}
		applied.commands().forEach((command) -> out.println("  " + words.of(command)));
		out.flush();
	}

	private static void print(NewApplication.Told told, Operator operator) {
		PrintWriter out = operator.console().out();
		Words words = operator.words();
		if (told.told().isEmpty() && told.failures().isEmpty()) {
			out.println(words.of("cli.told-nobody"));
		}
		for (Message channel : told.told()) {
			out.println(words.of("cli.told", words.of(channel)));
		}
		for (Message failure : told.failures()) {
			out.println(words.of("cli.not-told", words.of(failure)));
		}
		out.flush();
	}

}
