package dev.rollcall.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.report.RunView.ChangeView;
import dev.rollcall.report.RunView.ConflictView;
import dev.rollcall.report.RunView.CountView;
import dev.rollcall.report.RunView.DifferenceView;
import dev.rollcall.report.RunView.FindingView;
import dev.rollcall.report.RunView.SideView;
import org.jspecify.annotations.Nullable;

/** Says in words what a {@link RunView} holds. */
public final class TextReport {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	/** What the first line of a creation or deletion says already. */
	private static final Set<String> ON_THE_FIRST_LINE = Set.of(FieldNames.NAME, FieldNames.PARENT);

	private static final Set<String> INDENTED = Set.of("report.count", "report.decided", "report.finding", "report.gap",
			"report.more-changes", "report.more-findings", "report.not-read-to-end", "report.restarts");

	private final Words words;

	private final ZoneId zone;

	private final PrintWriter out;

	public TextReport(Words words, ZoneId zone, PrintWriter out) {
		this.words = words;
		this.zone = zone;
		this.out = out;
	}

	/** The changes of a plan, one below the other, with what there is more of. */
	public void plan(RunView view) {
		long planned = view.counts().stream().mapToLong(CountView::planned).sum();
		if (planned == 0) {
			line("report.nothing-to-do");
		}
		else {
			line("report.plan", view.run(), view.job(), String.valueOf(view.planDigest()));
			view.changes().forEach(this::change);
			long more = planned - view.changes().size();
			if (more > 0 && !view.changes().isEmpty()) {
				line("report.more-changes", more, view.run());
			}
		}
		conflicts(view);
		held(view);
	}

	/** Which limits a plan passes, and what to do about it. */
	public void held(RunView view) {
		view.held().forEach((held) -> line("report.held", held, view.run(), view.job()));
		this.out.flush();
	}

	/** Everything about a run but its changes. */
	public void summary(RunView view) {
		line("report.run", view.run(), view.job(), state(view.state()), view.startedAt().atZone(this.zone).format(TIME),
				duration(view));
		if (view.restarts() > 0) {
			line("report.restarts", view.restarts());
		}
		if (view.problem() != null) {
			line("report.problem", view.problem());
		}
		side("report.source", view.source());
		side("report.target", view.target());
		counts(view.counts());
		decisions(view);
		view.notes().forEach((note) -> line("report.note", note));
		findings("report.rejected", view.rejected(), (view.source() != null) ? view.source().rejected() : 0);
		findings("report.warnings", view.warnings(), (view.source() != null) ? view.source().warnings() : 0);
		this.out.flush();
	}

	/** Changes that failed or were withheld. */
	public void trouble(RunView view) {
		if (!view.changes().isEmpty()) {
			line("report.trouble");
			view.changes().forEach(this::change);
		}
		this.out.flush();
	}

	public void conflicts(RunView view) {
		for (ConflictView conflict : view.conflicts()) {
			line("report.conflict", entry(conflict.entry()), conflict.key(), conflict.reason());
		}
	}

	private void change(ChangeView change) {
		String name = (change.name() != null) ? "  " + change.name() : "";
		this.out.println("  " + change.symbol() + " " + entry(change.entry()) + "  " + change.key() + name + "  ("
				+ change.reason() + ")" + state(change));
		boolean whole = change.kind().equals("create") || change.kind().equals("delete");
		String fields = change.differences()
			.stream()
			.filter((difference) -> !whole || isWorthShowing(difference))
			.map((difference) -> difference(difference, whole))
			.collect(Collectors.joining(whole ? ", " : "\n      "));
		if (!fields.isEmpty()) {
			this.out.println("      " + fields);
		}
	}

	private static boolean isWorthShowing(DifferenceView difference) {
		String value = (difference.after() != null) ? difference.after() : difference.before();
		return value != null && !value.isEmpty() && !ON_THE_FIRST_LINE.contains(difference.field());
	}

	private String difference(DifferenceView difference, boolean whole) {
		if (whole) {
			String value = (difference.after() != null) ? difference.after() : difference.before();
			return difference.field() + ": " + value;
		}
		return difference.field() + ": " + shown(difference.before()) + " → " + shown(difference.after());
	}

	private String shown(@Nullable String value) {
		return (value == null) ? this.words.of("report.unknown")
				: value.isEmpty() ? this.words.of("report.empty") : value;
	}

	private String state(ChangeView change) {
		if (change.state().equals("pending") || change.state().equals("done")) {
			return "";
		}
		return "  [" + this.words.of("report.state." + change.state())
				+ ((change.why() != null) ? ": " + change.why() : "") + "]";
	}

	private void side(String code, @Nullable SideView side) {
		if (side == null) {
			return;
		}
		line(code, String.valueOf(side.directory()), side.departments(), side.members());
		if (!side.whole()) {
			line("report.not-read-to-end");
		}
		side.gaps().forEach((gap) -> line("report.gap", gap));
	}

	private void counts(List<CountView> counts) {
		for (CountView count : counts) {
			line("report.count", this.words.of("report.kind." + count.kind()), entry(count.entry()), count.planned(),
					count.done(), count.failed(), count.withheld());
		}
	}

	private void decisions(RunView view) {
		Map<String, String> byEntry = new LinkedHashMap<>();
		view.decisions()
			.stream()
			.filter((decision) -> !decision.decision().equals("changed"))
			.forEach(
					(decision) -> byEntry.merge(decision.entry(),
							this.words.of("report.decision." + decision.decision(),
									Math.max(decision.source(), decision.target())),
							(first, second) -> first + ", " + second));
		byEntry.forEach((entry, said) -> line("report.decided", entry(entry), said));
	}

	private void findings(String code, List<FindingView> findings, long all) {
		if (findings.isEmpty()) {
			return;
		}
		line(code, Math.max(all, findings.size()));
		for (FindingView finding : findings) {
			line("report.finding", finding.sheet(), String.valueOf(finding.row()), finding.column(), finding.value(),
					finding.reason());
		}
		if (all > findings.size()) {
			line("report.more-findings", all - findings.size());
		}
	}

	private String duration(RunView view) {
		if (view.endedAt() == null) {
			return "";
		}
		Duration took = Duration.between(view.startedAt(), view.endedAt());
		return (took.toMinutes() > 0) ? took.toMinutes() + " min " + took.toSecondsPart() + " s"
				: String.format(java.util.Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
	}

	private String entry(String entry) {
		return this.words.of("report.entry." + entry);
	}

	private String state(String state) {
		return this.words.of("report.run-state." + state);
	}

	private void line(String code, Object... arguments) {
		this.out.println((INDENTED.contains(code) ? "  " : "") + this.words.of(code, arguments));
	}

}
