package dev.rollcall.report;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import dev.rollcall.report.HistoryView.ForgottenView;
import dev.rollcall.report.HistoryView.PastView;

/** Says in words what a {@link HistoryView} holds. */
public final class HistoryText {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private final Words words;

	private final ZoneId zone;

	private final PrintWriter out;

	public HistoryText(Words words, ZoneId zone, PrintWriter out) {
		this.words = words;
		this.zone = zone;
		this.out = out;
	}

	public void print(HistoryView view) {
		ForgottenView forgotten = view.forgotten();
		if (forgotten != null) {
			line("report.history.forgotten", forgotten.run(),
					(forgotten.endedAt() != null) ? time(forgotten.endedAt()) : "?");
		}
		if (view.changesInAll() == 0) {
			line("report.history.none", view.key());
		}
		if (!view.names().isEmpty()) {
			line("report.history.names", view.key(), String.join(", ", view.names()));
		}
		if (view.changesInAll() > view.changes().size()) {
			line("report.history.more", view.changesInAll() - view.changes().size(), view.changesInAll());
		}
		ChangeText text = new ChangeText(this.words);
		for (PastView past : view.changes()) {
			line("report.history.run", time(past.at()), past.run(), past.job(), state(past));
			this.out.println(text.of(past.change()));
		}
		this.out.flush();
	}

	private String state(PastView past) {
		if (past.undoneBy() != null) {
			return this.words.of("report.history.undone", past.undoneBy());
		}
		boolean done = past.change().state().equals("done");
		if (done && past.undoes() != null) {
			return this.words.of("report.history.undoes", past.undoes());
		}
		return done ? this.words.of("report.history.done")
				: past.change().state().equals("pending")
						? this.words.of("report.history.pending", this.words.of("report.run-state." + past.runState()))
						: this.words.of("report.history.not-done");
	}

	private String time(Instant at) {
		return at.atZone(this.zone).format(TIME);
	}

	private void line(String code, Object... arguments) {
		this.out.println(this.words.of(code, arguments));
	}

}
