package dev.rollcall.report;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.rollcall.connector.Spreadsheets.Column;
import dev.rollcall.connector.Spreadsheets.Sheet;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.ImportCandidate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the worksheet of the members that an administrator is to import by hand:
 * one sheet with a row for each, one that says how to go on. Written once, from front to
 * end.
 */
public final class ImportWorksheet {

	/** The field of members that names the groups of their accounts. */
	private static final String GROUPS = "groups";

	private static final String SUB_USER = "sub-user";

	private final Words words;

	private final WorksheetNotes notes;

	private long rows;

	private long problems;

	private long unbound;

	/** Finds the members that could be imported. */
	@FunctionalInterface
	public interface Finding {

		/** Hands them over, one after the other. */
		void find(Consumer<ImportCandidate> found);

	}

	public ImportWorksheet(Words words, WorksheetNotes notes) {
		this.words = words;
		this.notes = notes;
	}

	/** Its two sheets; the second is made when the first is filled. */
	public List<Sheet> sheets(Finding finding) {
		return List.of(
				new Sheet(this.words.of("report.worksheet.members"),
						List.of(column("report.worksheet.userid", 24), column("report.worksheet.username", 24),
								column("report.worksheet.remark", 24), column("report.worksheet.groups", 24),
								column("report.worksheet.why", 50), column("report.worksheet.problem", 60)),
						(sheet) -> finding.find((candidate) -> sheet.accept(row(candidate)))),
				new Sheet(this.words.of("report.worksheet.next"),
						List.of(column("report.worksheet.topic", 24), column("report.worksheet.text", 100)),
						(sheet) -> this.notes.lines(this.rows, this.problems, this.unbound, this.words)
							.forEach(sheet)));
	}

	/** What was written, once it is. */
	public WorksheetView view(String file) {
		return new WorksheetView(file, this.rows, this.problems, this.unbound,
				this.notes.gaps().stream().map(this.words::of).toList());
	}

	private Column column(String heading, int width) {
		return new Column(this.words.of(heading), width);
	}

	private List<String> row(ImportCandidate candidate) {
		Message problem = candidate.problem();
		this.rows++;
		this.problems += (problem != null) ? 1 : 0;
		this.unbound += candidate.existing().isEmpty() ? 0 : 1;
		Member desired = candidate.desired();
		return List.of(text(desired.userid()), value(desired, FieldNames.USERNAME), value(desired, FieldNames.NAME),
				value(desired, GROUPS).replace(",", ", "), this.words.of(why(candidate)),
				(problem != null) ? this.words.of(problem) : "");
	}

	private static Message why(ImportCandidate candidate) {
		List<Member> existing = candidate.existing();
		if (existing.isEmpty()) {
			return Message
				.of(candidate.desired().isUnknown() ? "report.worksheet.only-userid" : "report.worksheet.no-account");
		}
		String names = existing.stream().map(ImportWorksheet::account).collect(Collectors.joining(", "));
		if (candidate.problem() != null) {
			return Message.of("report.worksheet.perhaps", names);
		}
		String status = value(existing.get(0), FieldNames.STATUS);
		return SUB_USER.equals(status) ? Message.of("report.worksheet.sub-user", names)
				: Message.of("report.worksheet.other-account", names, status);
	}

	private static String account(Member existing) {
		String name = value(existing, FieldNames.USERNAME);
		return name.isEmpty() ? existing.ref() : name;
	}

	private static String value(Member member, String field) {
		return text(member.fields().value(field));
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
