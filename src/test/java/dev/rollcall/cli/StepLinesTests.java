package dev.rollcall.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import dev.rollcall.report.Words;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Progress where nobody watches: cron mails every line of it. */
class StepLinesTests {

	private final ByteArrayOutputStream said = new ByteArrayOutputStream();

	@Test
	void aShortStepIsOneLine() {
		StepLines lines = lines(Duration.ofHours(1));
		step(lines, 309);
		assertThat(said()).matches("read source: 309 in \\d\\.\\d s\n");
	}

	@Test
	void aLongStepSaysHowFarItIs() {
		StepLines lines = lines(Duration.ZERO);
		step(lines, 309);
		assertThat(said().lines()).hasSizeGreaterThan(1)
			.allMatch((line) -> line
				.matches("read source: (\\d+ of 309 \\(\\d+ %\\), \\d+ per second, \\d+ s left|309 in \\d\\.\\d s)"));
		assertThat(said().lines().filter((line) -> line.contains(" in "))).hasSize(1);
	}

	@Test
	void doesNotSayHowFarItIsWhenNobodyKnows() {
		StepLines lines = lines(Duration.ZERO);
		step(lines, -1);
		assertThat(said().lines()).hasSizeGreaterThan(1)
			.allMatch((line) -> line.matches("read source: (\\d+, \\d+ per second|309 in \\d\\.\\d s)"));
	}

	private static void step(StepLines lines, long expected) {
		ProgressBar bar = new ProgressBarBuilder().setTaskName("read source")
			.setInitialMax(expected)
			.setUpdateIntervalMillis(1)
			.setRenderer(lines)
			.setConsumer(new DelegatingProgressBarConsumer(lines))
			.build();
		bar.stepTo(100);
		bar.refresh();
		bar.stepTo(309);
		lines.end();
		bar.close();
	}

	private StepLines lines(Duration every) {
		return new StepLines(Words.in(Locale.ENGLISH), new PrintStream(this.said, true, StandardCharsets.UTF_8),
				System.nanoTime(), every);
	}

	private String said() {
		return this.said.toString(StandardCharsets.UTF_8);
	}

}
