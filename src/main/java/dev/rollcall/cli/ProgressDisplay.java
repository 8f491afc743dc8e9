package dev.rollcall.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.rollcall.directory.Message;
import dev.rollcall.job.RunObserver;
import dev.rollcall.report.Durations;
import dev.rollcall.report.Words;
import dev.rollcall.staging.Run;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows how far a run has come: a bar for each step on a terminal, a line every few
 * seconds anywhere else.
 */
class ProgressDisplay implements RunObserver, AutoCloseable {

	private static final int TERMINAL_MILLIS = 200;

	private static final int WIDTH = 100;

	private static final Duration EVERY = Duration.ofSeconds(5);

	private final Console console;

	private final Words words;

	private final Map<String, Long> begun = new ConcurrentHashMap<>();

	private final Map<String, Shown> steps = new ConcurrentHashMap<>();

	/**
	 * A step that goes on.
	 *
	 * @param bar counts
	 * @param end what is to be done before the bar is closed
	 */
	private record Shown(ProgressBar bar, Runnable end) {

		void close() {
			this.end.run();
			this.bar.maxHint(this.bar.getCurrent());
			this.bar.close();
		}

	}

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
	public void stepBegins(String step, long expected) {
		this.begun.put(step, System.nanoTime());
	}

	@Override
	public void stepAdvances(String step, long done, long expected) {
		if (done == 0 && expected <= 0) {
			return;
		}
		ProgressBar bar = this.steps.computeIfAbsent(step, (name) -> show(name, expected)).bar();
		bar.maxHint((expected < 0) ? -1 : Math.max(done, expected));
		bar.stepTo(done);
	}

	@Override
	public void stepEnds(String step) {
		Shown shown = this.steps.remove(step);
		if (shown != null) {
			shown.close();
		}
	}

	@Override
	public void takes(long calls, Duration atBest) {
		say(this.words.of("report.effort", calls, Durations.of(atBest, this.words)));
	}

	@Override
	public void notice(Message notice) {
		say(this.words.of(notice));
	}

	/** A line of its own; a bar that is in its place is drawn again below. */
	private void say(String line) {
		if (this.console.terminal() && !this.steps.isEmpty()) {
			this.console.err().printf("\r%-" + WIDTH + "s%n", line);
		}
		else {
			this.console.err().println(line);
		}
	}

	@Override
	public void close() {
		this.steps.keySet().forEach(this::stepEnds);
	}

	private Shown show(String step, long expected) {
		PrintStream err = this.console.err();
		ProgressBarBuilder bar = new ProgressBarBuilder().setTaskName(this.words.of("cli.step." + step))
			.setInitialMax(expected);
		if (this.console.terminal()) {
			bar.setUpdateIntervalMillis(TERMINAL_MILLIS)
				.setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
				.setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
				.showSpeed();
			return new Shown(bar.build(), () -> {
			});
		}
		long since = this.begun.getOrDefault(step, System.nanoTime());
		StepLines lines = new StepLines(this.words, err, since, EVERY);
		bar.setUpdateIntervalMillis((int) EVERY.toMillis() / 2)
			.setRenderer(lines)
			.setConsumer(new DelegatingProgressBarConsumer(lines));
		return new Shown(bar.build(), lines::end);
	}

}
