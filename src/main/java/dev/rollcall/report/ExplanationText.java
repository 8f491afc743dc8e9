package dev.rollcall.report;

import java.io.PrintWriter;
import java.util.List;

import dev.rollcall.report.ExplanationView.EntryView;
import dev.rollcall.report.ExplanationView.FieldView;
import dev.rollcall.report.ExplanationView.PlaceView;
import dev.rollcall.report.RunView.FindingView;

/** Says in words what an {@link ExplanationView} holds. */
public final class ExplanationText {

	private final Words words;

	private final PrintWriter out;

	public ExplanationText(Words words, PrintWriter out) {
		this.words = words;
		this.out = out;
	}

	public void print(ExplanationView view) {
		view.entries().forEach(this::entry);
		if (view.entriesInAll() > view.entries().size()) {
			line("report.explain.more", view.entriesInAll() - view.entries().size(), view.key());
		}
		view.findings().forEach(this::finding);
		view.gaps().forEach((gap) -> line("report.gap", gap));
		if (!view.entries().isEmpty()) {
			line("report.explain.limits", view.arguments());
		}
		this.out.flush();
	}

	/** Says that there is no such entry, and what may be meant. */
	public void nowhere(ExplanationView view) {
		line("report.explain.nowhere", view.key(), view.job());
		if (!view.near().isEmpty()) {
			line("report.explain.near", String.join(", ", view.near()));
		}
		this.out.flush();
	}

	private void entry(EntryView entry) {
		String kind = this.words.of("report.entry." + entry.entry());
		entry.source().forEach((place) -> side("report.explain.in-source", kind, place));
		if (entry.source().isEmpty()) {
			line("report.explain.not-in-source", kind);
		}
		entry.target().forEach((place) -> side("report.explain.in-target", kind, place));
		if (entry.target().isEmpty()) {
			line("report.explain.not-in-target", kind);
		}
		line("report.explain.paired", entry.paired());
		line("report.explain.decision", entry.because());
		ChangeText text = new ChangeText(this.words);
		entry.changes().forEach((change) -> this.out.println(text.of(change)));
		if (!entry.fields().isEmpty()) {
			fields(entry.fields(), text);
		}
		this.out.println();
	}

	private void side(String code, String kind, PlaceView place) {
		String called = (place.name() == null || place.key().endsWith(place.name())) ? place.key()
				: place.key() + "  " + place.name();
		String where = (place.row() == null) ? this.words.of("report.explain.ref", place.ref())
				: this.words.of("report.explain.row", String.valueOf(place.sheet()), place.row());
		line(code, kind, called, where);
	}

	private void fields(List<FieldView> fields, ChangeText text) {
		TextColumns columns = new TextColumns("", this.words.of("report.column.field"),
				this.words.of("report.column.source"), this.words.of("report.column.target"),
				this.words.of("report.column.outcome"), this.words.of("report.column.rule"));
		for (FieldView field : fields) {
			columns.add("", field.field(), text.value(field.source()), text.value(field.target()),
					this.words.of("report.outcome." + field.outcome()), field.because());
		}
		columns.print(this.out);
	}

	private void finding(FindingView finding) {
		String value = finding.value().isEmpty() ? "" : this.words.of("report.quoted", finding.value());
		line("report.explain.finding", finding.sheet(), finding.row(), (finding.column() + " " + value).strip(),
				finding.reason());
	}

	private void line(String code, Object... arguments) {
		this.out.println(this.words.of(code, arguments));
	}

}
