package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.rollcall.job.Workplace;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.RunView;
import dev.rollcall.report.RunViews;
import dev.rollcall.report.TextReport;
import dev.rollcall.staging.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code show RUN}: counts, rejected rows, failed changes; on request all changes. */
@Command(name = "show", resourceBundle = "dev.rollcall.cli.usage")
final class ShowCommand implements Callable<Integer> {

	private static final int FINDINGS = 50;

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "RUN")
	long run;

	@Option(names = "--changes")
	boolean changes;

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			Run found = workplace.runs().find(this.run);
			RunViews.Changes wanted = this.changes ? RunViews.Changes.ALL : RunViews.Changes.TROUBLE;
			RunView view = workplace.views()
				.of(found, new RunViews.Scope(wanted, Integer.MAX_VALUE, this.changes ? Integer.MAX_VALUE : FINDINGS,
						operator.masking(), operator.words()));
			if (operator.isJson()) {
				JsonReport.write(view, operator.console().out());
			}
			else {
				print(operator, workplace, view);
			}
			return ExitCode.DONE;
		});
	}

	private void print(Operator operator, Workplace workplace, RunView view) {
		TextReport text = operator.console().text(operator.words());
		text.summary(view);
		if (this.changes) {
			text.plan(view);
		}
		else {
			text.conflicts(view);
			text.trouble(view);
		}
		Path rejected = workplace.reports().rejectedRows(this.run);
		if (rejected != null) {
			operator.console().out().println(operator.words().of("cli.rejected-file", rejected));
		}
		text.held(view);
	}

}
