package dev.rollcall.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

import dev.rollcall.report.TextReport;
import dev.rollcall.report.Words;

/**
 * Where a command writes to: words on standard output, progress and complaints on
 * standard error, both as UTF-8 whatever the locale, because cron sets none.
 *
 * @param out standard output
 * @param err standard error
 * @param terminal whether standard error is a terminal
 */
record Console(PrintWriter out, PrintStream err, boolean terminal) {

	static Console standard() {
		PrintWriter out = new PrintWriter(
				new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), true);
		PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
		return new Console(out, err, Boolean.getBoolean("rollcall.terminal"));
	}

	/** Standard error, for what is put together as text. */
	PrintWriter complaints() {
		return new PrintWriter(new OutputStreamWriter(this.err, StandardCharsets.UTF_8), true);
	}

	TextReport text(Words words) {
		return new TextReport(words, ZoneId.systemDefault(), this.out);
	}

}
