package dev.rollcall.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import dev.rollcall.job.RunObserver;
import dev.rollcall.report.Words;
import dev.rollcall.staging.Run;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows how far a run has come: a bar for each step on a terminal, a line every few
 * seconds anywhere else.
 */
class ProgressDisplay implements RunObserver, AutoCloseable {

	private static final int TERMINAL_MILLIS = 200;

	private static final int LINES_MILLIS = 5000;

	private static final int WIDTH = 100;

	private final Console console;

	private final Words words;

	private final Map<String, ProgressBar> bars = new ConcurrentHashMap<>();

	ProgressDisplay(Console console, Words words) {
		this.console = console;
		this.words = words;
	}

	@Override
	public void begins(Run run) {
		this.console.err()
			.println(this.words.of((run.restarts() > 0) ? "cli.run-continues" : "cli.run-begins", run.id(), run.job()));
	}

	@Override
	public void stepAdvances(String step, long done, long expected) {
		if (done == 0 && expected <= 0) {
			return;
		}
		ProgressBar bar = this.bars.computeIfAbsent(step, (name) -> bar(name, expected));
		bar.maxHint(Math.max(done, expected));
		bar.stepTo(done);
	}

	@Override
	public void stepEnds(String step) {
		ProgressBar bar = this.bars.remove(step);
		if (bar != null) {
			bar.maxHint(bar.getCurrent());
			bar.close();
		}
	}

	@Override
	public void close() {
		this.bars.keySet().forEach(this::stepEnds);
	}

	/** Prints a line unless it says what the one before said. */
	private static final class ChangedLines implements Consumer<String> {

		private final PrintStream out;

		private String last = "";

		ChangedLines(PrintStream out) {
			this.out = out;
		}

		@Override
		public synchronized void accept(String line) {
			if (!line.equals(this.last)) {
				this.last = line;
				this.out.println(line);
			}
		}

	}

	private ProgressBar bar(String step, long expected) {
		PrintStream err = this.console.err();
		ProgressBarConsumer consumer = this.console.terminal() ? new ConsoleProgressBarConsumer(err, WIDTH)
				: new DelegatingProgressBarConsumer(new ChangedLines(err), WIDTH);
		return new ProgressBarBuilder().setTaskName(this.words.of("cli.step." + step))
			.setInitialMax(Math.max(expected, 0))
			.setUpdateIntervalMillis(this.console.terminal() ? TERMINAL_MILLIS : LINES_MILLIS)
			.setStyle(this.console.terminal() ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.ASCII)
			.setConsumer(consumer)
			.showSpeed()
			.build();
	}

}
