package dev.rollcall.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

import dev.rollcall.job.RunObserver;
import dev.rollcall.job.Runs;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.RunReports;
import dev.rollcall.report.RunView;
import dev.rollcall.report.RunViews;
import dev.rollcall.report.TextReport;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.Run;
import java.nio.file.Path;

/**
 * Carries a run out for an operator: shows progress and the plan on the way, the summary
 * in the end. When the process is told to end, it stops at the next chunk.
 */
final class RunWork {

	/** How many changes of a plan are shown unasked. */
	static final int SHOWN = 50;

	private static final int FINDINGS = 20;

	private static final long STOP_SECONDS = 60;

	private final Operator operator;

	RunWork(Operator operator) {
		this.operator = operator;
	}

	/** Does the work and says what came of it. */
	Run carryOut(BiFunction<Runs, RunObserver, Run> work) {
		return carryOut(work, (session, run) -> {
		});
	}

	/** As above, with a look at the run before the database is closed. */
	Run carryOut(BiFunction<Runs, RunObserver, Run> work, BiConsumer<Session, Run> look) {
		try (Session session = Session.open(this.operator.home(), this.operator.words(), this.operator.command())) {
			session.letOthersLook(this.operator.command());
			Runs runs = session.get(Runs.class);
			CountDownLatch over = new CountDownLatch(1);
			Thread stopper = new Thread(() -> stop(runs, over), "stop");
			Runtime.getRuntime().addShutdownHook(stopper);
			Run run;
			try (ProgressDisplay display = display(session)) {
				run = work.apply(runs, display);
			}
			finally {
				over.countDown();
			}
			show(session, run);
			look.accept(session, run);
			return run;
		}
	}

	private ProgressDisplay display(Session session) {
		return new ProgressDisplay(this.operator.console(), this.operator.words()) {
			@Override
			public void planned(Run run) {
				if (!RunWork.this.operator.isJson()) {
					text().plan(view(session, run, (change) -> true, SHOWN));
				}
			}
		};
	}

	private void show(Session session, Run run) {
		if (this.operator.isJson()) {
			JsonReport.write(view(session, run, RunViews.Scope::isTrouble, Integer.MAX_VALUE),
					this.operator.console().out());
			return;
		}
		if (run.state() == dev.rollcall.staging.RunState.HELD || run.state() == dev.rollcall.staging.RunState.PLANNED) {
			text().plan(view(session, run, (change) -> true, SHOWN));
		}
		RunView view = view(session, run, RunViews.Scope::isTrouble, SHOWN);
		text().summary(view);
		text().trouble(view);
		Path rejected = session.get(RunReports.class).rejectedRows(run.id());
		if (rejected != null) {
			this.operator.console().out().println(this.operator.words().of("cli.rejected-file", rejected));
		}
	}

	private TextReport text() {
		return this.operator.console().text(this.operator.words());
	}

	private RunView view(Session session, Run run, java.util.function.Predicate<PlannedChange> changes, int most) {
		return session.get(RunViews.class)
			.of(run, new RunViews.Scope(changes, most, FINDINGS, this.operator.masking(), this.operator.words()));
	}

	private void stop(Runs runs, CountDownLatch over) {
		if (over.getCount() == 0) {
			return;
		}
		this.operator.console().err().println(this.operator.words().of("cli.stopping"));
		runs.stopMine();
		try {
			over.await(STOP_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
