package dev.rollcall.cli;

import java.util.function.BiFunction;
import java.util.function.Consumer;

import dev.rollcall.job.RunObserver;
import dev.rollcall.job.Runs;
import dev.rollcall.job.Workplace;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.RunView;
import dev.rollcall.report.RunViews;
import dev.rollcall.report.TextReport;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import java.nio.file.Path;

/**
 * Carries a run out for an operator: shows progress and the plan on the way, the summary
 * in the end. When the process is told to end, it stops at the next chunk.
 */
final class RunWork {

	/** How many changes of a plan are shown unasked. */
	static final int SHOWN = 50;

	private static final int FINDINGS = 20;

	private final Operator operator;

	private boolean nothingFailed;

	RunWork(Operator operator) {
		this.operator = operator;
	}

	/** Whether what failed was to be tried again, and nothing had. */
	boolean foundNothingFailed() {
		return this.nothingFailed;
	}

	/** Does the work and says what came of it. */
	Run carryOut(BiFunction<Runs, RunObserver, Run> work) {
		return carryOut(work, (view) -> {
		});
	}

	/** As above, with a look at the run before the database is closed. */
	Run carryOut(BiFunction<Runs, RunObserver, Run> work, Consumer<RunView> look) {
		try (Workplace workplace = this.operator.open()) {
			workplace.letOthersLook(this.operator.command());
			Runs runs = workplace.runs();
			Run run = this.operator.ending().stoppable(() -> stop(runs), () -> {
				try (ProgressDisplay display = display(workplace)) {
					return work.apply(runs, display);
				}
			});
			show(workplace, run);
			look.accept(view(workplace, run, RunViews.Changes.TROUBLE, 0));
			return run;
		}
	}

	private ProgressDisplay display(Workplace workplace) {
		return new ProgressDisplay(this.operator.console(), this.operator.words()) {
			@Override
			public void nothingFailed(Run run) {
				RunWork.this.nothingFailed = true;
				RunWork.this.operator.console()
					.err()
					.println(RunWork.this.operator.words().of("cli.nothing-failed", run.id()));
			}

			@Override
			public void planned(Run run) {
				if (!RunWork.this.operator.isJson()) {
					text().plan(view(workplace, run, RunViews.Changes.ALL, SHOWN));
				}
			}
		};
	}

	private void show(Workplace workplace, Run run) {
		if (this.operator.isJson()) {
			JsonReport.write(view(workplace, run, isPlanOnly(run) ? RunViews.Changes.ALL : RunViews.Changes.TROUBLE,
					Integer.MAX_VALUE), this.operator.console().out());
			return;
		}
		if (isPlanOnly(run)) {
			text().plan(view(workplace, run, RunViews.Changes.ALL, SHOWN));
		}
		RunView view = view(workplace, run, RunViews.Changes.FAILED, SHOWN);
		text().summary(view);
		text().trouble(view);
		Path rejected = workplace.reports().rejectedRows(run.id());
		if (rejected != null) {
			this.operator.console().out().println(this.operator.words().of("cli.rejected-file", rejected));
		}
		text().held(view);
	}

	/** Whether the plan has not been shown because nothing was to be written. */
	private static boolean isPlanOnly(Run run) {
		return run.state() == RunState.HELD || run.state() == RunState.PLANNED;
	}

	private TextReport text() {
		return this.operator.console().text(this.operator.words());
	}

	private RunView view(Workplace workplace, Run run, RunViews.Changes changes, int most) {
		return workplace.views()
			.of(run, new RunViews.Scope(changes, most, FINDINGS, this.operator.masking(), this.operator.words()));
	}

	private void stop(Runs runs) {
		this.operator.console().err().println(this.operator.words().of("cli.stopping"));
		runs.stopMine();
	}

}
