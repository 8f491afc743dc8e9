package dev.rollcall.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

import dev.rollcall.report.Words;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * The progress of a step where nobody watches: a line from time to time, and one when it
 * ends.
 */
final class StepLines implements ProgressBarRenderer, Consumer<String> {

	private final Words words;

	private final PrintStream out;

	private final long since;

	private final long every;

	private long due;

	private boolean ended;

	private boolean endTold;

	/** The last line, once it is rendered. */
	private String last = "";

	/**
	 * The lines of one step.
	 * @param since when it began, in nanoseconds of the system's own count
	 * @param every how far apart the lines are
	 */
	StepLines(Words words, PrintStream out, long since, Duration every) {
		this.words = words;
		this.out = out;
		this.every = every.toNanos();
		this.since = since;
		this.due = since + this.every;
	}

	/** What is rendered from now on is the end. */
	synchronized void end() {
		this.ended = true;
	}

	@Override
	public synchronized String render(ProgressState state, int maxLength) {
		double seconds = (System.nanoTime() - this.since) / 1e9;
		if (this.ended) {
			this.last = this.words.of("cli.progress-end", state.getTaskName(), state.getCurrent(), rounded(seconds));
			return this.last;
		}
		double rate = state.getCurrent() / Math.max(seconds, 0.001);
		if (state.isIndefinite()) {
			return this.words.of("cli.progress-open", state.getTaskName(), state.getCurrent(), Math.round(rate));
		}
		long percent = 100 * state.getCurrent() / Math.max(state.getMax(), 1);
		return this.words.of("cli.progress", state.getTaskName(), state.getCurrent(), state.getMax(), percent,
				Math.round(rate), Math.round((state.getMax() - state.getCurrent()) / Math.max(rate, 0.001)));
	}

	@Override
	public synchronized void accept(String line) {
		// Another thread may come with what it has rendered before the end.
		boolean isLast = this.ended && line.strip().equals(this.last);
		if (isLast ? !this.endTold : !this.ended && System.nanoTime() - this.due >= 0) {
			this.due = System.nanoTime() + this.every;
			this.endTold = isLast;
			this.out.println(line);
		}
	}

	private static String rounded(double seconds) {
		return String.format(Locale.ROOT, "%.1f", seconds);
	}

}
