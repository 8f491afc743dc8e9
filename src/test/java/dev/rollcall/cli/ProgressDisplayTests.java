package dev.rollcall.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import dev.rollcall.directory.Message;
import dev.rollcall.report.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said while a run goes on stands on lines of its own, on standard error. */
class ProgressDisplayTests {

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private final StringWriter out = new StringWriter();

	@Test
	void saysWhatItTakesAndWhatADirectorySaysAtOnce() {
		try (ProgressDisplay display = display(false)) {
			display.takes(20_400, Duration.ofMillis(124_100));
			display.notice(Message.of("outcome.refused", "45009", "wait"));
			assertThat(said()).isEqualTo("Carrying the changes out takes 20400 calls; at best that lasts 2 min 5 s.\n"
					+ Words.in(Locale.ENGLISH).of("outcome.refused", "45009", "wait") + "\n");
		}
		assertThat(this.out.toString()).isEmpty();
	}

	@Test
	void aLineTakesThePlaceOfABarOnATerminal() {
		try (ProgressDisplay display = display(true)) {
			display.stepBegins("apply", 10);
			display.stepAdvances("apply", 5, 10);
			display.notice(Message.of("outcome.refused", "45009", "wait"));
			String line = Words.in(Locale.ENGLISH).of("outcome.refused", "45009", "wait");
			assertThat(said()).containsPattern("\r" + java.util.regex.Pattern.quote(line) + " +\n");
		}
	}

	private ProgressDisplay display(boolean terminal) {
		return new ProgressDisplay(new Console(new PrintWriter(this.out),
				new PrintStream(this.err, true, StandardCharsets.UTF_8), terminal), Words.in(Locale.ENGLISH));
	}

	private String said() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

}
