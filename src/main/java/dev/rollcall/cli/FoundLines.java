package dev.rollcall.cli;

import java.util.List;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.Words;

/** Shows what was found out or seen to, a line for each thing. */
final class FoundLines {

	private final List<FoundLine> lines;

	/**
	 * One thing.
	 *
	 * @param good whether a run can rely on it
	 * @param text what was found
	 */
	record FoundLine(boolean good, String text) {

	}

	FoundLines(List<CheckResult> results, Words words) {
		this.lines = results.stream().map((result) -> new FoundLine(result.good(), words.of(result.text()))).toList();
	}

	boolean areAllGood() {
		return this.lines.stream().allMatch(FoundLine::good);
	}

	void print(Operator operator) {
		if (operator.isJson()) {
			JsonReport.write(this.lines, operator.console().out());
			return;
		}
		this.lines.forEach((line) -> operator.console()
			.out()
			.println(operator.words().of(line.good() ? "cli.check-good" : "cli.check-bad") + " " + line.text()));
	}

}
