package dev.rollcall.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.directory.Message;

/**
 * What an administrator should know who works with a worksheet: how to go on with it, and
 * what it was made of.
 *
 * @param job the job, as it is typed to have the same again
 * @param source the directory that the members were read from
 * @param target the directory that they are missing in
 * @param madeAt when both were read
 * @param zone where the administrator reads clocks
 * @param gaps why the source may not be whole
 */
public record WorksheetNotes(String job, String source, String target, Instant madeAt, ZoneId zone,
		List<Message> gaps) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	/** What to do, in its order. */
	private static final List<String> STEPS = List.of("report.worksheet.step-check", "report.worksheet.step-console",
			"report.worksheet.step-choose", "report.worksheet.step-groups", "report.worksheet.step-plain",
			"report.worksheet.step-again");

	public WorksheetNotes {
		gaps = List.copyOf(gaps);
	}

	/** Rows of a topic and a text. */
	List<List<String>> lines(long rows, long problems, long unbound, Words words) {
		List<List<String>> lines = new ArrayList<>();
		for (String step : STEPS) {
			lines.add(List.of(Integer.toString(lines.size() + 1), words.of(step, this.job)));
		}
		lines.add(line("report.worksheet.rows", Long.toString(rows), words));
		lines.add(line("report.worksheet.problems", Long.toString(problems), words));
		lines.add(line("report.worksheet.unbound", Long.toString(unbound), words));
		lines.add(line("report.worksheet.job", this.job, words));
		lines.add(line("report.worksheet.from", this.source, words));
		lines.add(line("report.worksheet.to", this.target, words));
		lines.add(line("report.worksheet.made-at", this.madeAt.atZone(this.zone).format(TIME), words));
		this.gaps.forEach((gap) -> lines.add(line("report.worksheet.gap", words.of(gap), words)));
		return lines;
	}

	private static List<String> line(String topic, String text, Words words) {
		return List.of(words.of(topic), text);
	}

}
