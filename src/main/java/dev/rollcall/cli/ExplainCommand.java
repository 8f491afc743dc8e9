package dev.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.rollcall.job.Workplace;
import dev.rollcall.report.ExplanationText;
import dev.rollcall.report.ExplanationView;
import dev.rollcall.report.ExplanationViews;
import dev.rollcall.report.JsonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code explain JOB KEY}: how an entry is matched, compared, ignored, and what would
 * happen, without writing.
 */
@Command(name = "explain", resourceBundle = "dev.rollcall.cli.usage")
final class ExplainCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(index = "0", paramLabel = "JOB")
	String job = "";

	@Parameters(index = "1", paramLabel = "KEY")
	String key = "";

	@Option(names = "--set", paramLabel = "KEY=VALUE")
	Map<String, String> overrides = new LinkedHashMap<>();

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		ExplanationView view = explanation(operator);
		if (operator.isJson()) {
			JsonReport.write(view, operator.console().out());
		}
		if (view.isNowhere()) {
			new ExplanationText(operator.words(), operator.console().complaints()).nowhere(view);
			return ExitCode.WRONG;
		}
		if (!operator.isJson()) {
			new ExplanationText(operator.words(), operator.console().out()).print(view);
		}
		return ExitCode.DONE;
	}

	private ExplanationView explanation(Operator operator) {
		// The key may be a mobile, which is nobody else's business.
		String told = "rollcall explain " + this.job;
		try (Workplace workplace = Workplace.open(operator.home(), operator.words(), told)) {
			workplace.letOthersLook(told);
			try (ProgressDisplay display = new ProgressDisplay(operator.console(), operator.words())) {
				return ExplanationViews.of(workplace.runs().explain(this.job, this.overrides, this.key, display),
						operator.masking(), operator.words());
			}
		}
	}

}
