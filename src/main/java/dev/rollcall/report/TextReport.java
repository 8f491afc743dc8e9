package dev.rollcall.report;

import java.io.PrintWriter;
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

	private static final Set<String> INDENTED = Set.of("report.count", "report.count-trouble", "report.decided",
			"report.finding", "report.gap", "report.more-changes", "report.more-findings", "report.not-read-to-end",
			"report.restarts", "report.retries", "report.undoes", "report.undone-by");

	private static final Set<String> CAN_BE_RESTARTED = Set.of("stopped", "failed", "interrupted");

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
		if (view.changesInAll() == 0) {
			nothingToDo(view);
		}
		else {
			line("report.plan", view.run(), view.job(), String.valueOf(view.planDigest()));
			changes(view);
		}
		conflicts(view);
	}

	private void nothingToDo(RunView view) {
		if (view.undoes() == null) {
			line(agrees(view) ? "report.nothing-to-do" : "report.nothing-to-change");
		}
		else {
			line(view.decisions().isEmpty() ? "report.nothing-to-undo" : "report.nothing-left-to-undo", view.undoes());
		}
	}

	/** Which limits a plan passes, and what to do about it. */
	public void held(RunView view) {
		new HeldText(this.words, this.zone, this.out, this::sample).held(view);
	}

	/** Everything about a run but its changes. */
	public void summary(RunView view) {
		run(view);
		side("report.source", view.source());
		side("report.target", view.target());
		counts(view.counts());
		decisions(view);
		view.notes().forEach((note) -> line("report.note", note));
		findings("report.rejected", view.rejected(), (view.source() != null) ? view.source().rejected() : 0);
		findings("report.warnings", view.warnings(), (view.source() != null) ? view.source().warnings() : 0);
		if (view.state().equals("planned") && view.problem() == null
				&& view.counts().stream().anyMatch(TextReport::isOpen)) {
			line("report.to-be-applied", view.run());
		}
		if (CAN_BE_RESTARTED.contains(view.state())) {
			line("report.to-be-restarted", view.run());
		}
		this.out.flush();
	}

	/** Changes that failed or were withheld. */
	public void trouble(RunView view) {
		if (view.changesInAll() > 0) {
			line("report.trouble");
			changes(view);
		}
		this.out.flush();
	}

	public void conflicts(RunView view) {
		for (ConflictView conflict : view.conflicts()) {
			line("report.conflict", entry(conflict.entry()), conflict.key(), conflict.reason());
		}
	}

	private void run(RunView view) {
		String began = view.startedAt().atZone(this.zone).format(TIME);
		if (view.endedAt() == null) {
			line("report.run-open", view.run(), view.job(), state(view.state()), began);
		}
		else {
			line("report.run", view.run(), view.job(), state(view.state()), began,
					view.endedAt().atZone(this.zone).format(TIME));
		}
		if (view.restarts() > 0) {
			line("report.restarts", view.restarts());
		}
		if (view.retries() > 0) {
			line("report.retries", view.retries());
		}
		if (view.undoes() != null) {
			line("report.undoes", view.undoes());
		}
		if (view.undoneBy() != null) {
			line("report.undone-by", view.undoneBy());
		}
		if (view.problem() != null) {
			line(view.state().equals("failed") ? "report.problem" : "report.note", view.problem());
		}
	}

	/** The changes that are shown, and how many more there are. */
	private void changes(RunView view) {
		long shown = 0;
		for (ChangeView change : view.changes()) {
			change(change);
			shown++;
		}
		if (shown < view.changesInAll()) {
			line("report.more-changes", view.changesInAll() - shown, view.run());
		}
	}

	/** Whether there is nothing else to be said than that both sides are the same. */
	private static boolean agrees(RunView view) {
		return view.rejected().isEmpty() && view.source() != null && view.source().gaps().isEmpty()
				&& view.decisions().stream().allMatch((decision) -> decision.decision().equals("equal"));
	}

	private static boolean isOpen(CountView count) {
		return count.planned() > count.done() + count.failed() + count.withheld();
	}

	/** A change, without all that is known of whom it creates or deletes. */
	private void sample(ChangeView change) {
		if (isWhole(change)) {
			firstLine(change);
		}
		else {
			change(change);
		}
	}

	private void firstLine(ChangeView change) {
		String name = (change.name() != null) ? "  " + change.name() : "";
		this.out.println("  " + change.symbol() + " " + entry(change.entry()) + "  " + change.key() + name + "  "
				+ this.words.of("report.reason", change.reason()) + state(change));
	}

	private static boolean isWhole(ChangeView change) {
		return change.kind().equals("create") || change.kind().equals("delete");
	}

	private void change(ChangeView change) {
		firstLine(change);
		boolean whole = isWhole(change);
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
		if (!side.readToEnd()) {
			line("report.not-read-to-end");
		}
		side.gaps().forEach((gap) -> line("report.gap", gap));
		new HeldText(this.words, this.zone, this.out, this::sample).proof(side);
	}

	private void counts(List<CountView> counts) {
		for (CountView count : counts) {
			boolean well = count.failed() == 0 && count.withheld() == 0;
			line(well ? "report.count" : "report.count-trouble", this.words.of("report.kind." + count.kind()),
					entry(count.entry()), count.planned(), count.done(), count.failed(), count.withheld());
		}
	}

	private void decisions(RunView view) {
		Map<String, String> byEntry = new LinkedHashMap<>();
		view.decisions()
			.stream()
			.filter((decision) -> !decision.decision().equals("changed"))
			.forEach((decision) -> byEntry.merge(decision.entry(),
					this.words.of("report.decision." + decision.decision(),
							Math.max(decision.source(), decision.target())),
					(first, second) -> this.words.of("report.list", first, second)));
		byEntry.forEach((entry, said) -> line("report.decided", entry(entry), said));
	}

	private void findings(String code, List<FindingView> findings, long all) {
		if (findings.isEmpty()) {
			return;
		}
		line(code, Math.max(all, findings.size()));
		for (FindingView finding : findings) {
			line("report.finding", finding.sheet(), finding.row(), subject(finding), finding.reason());
		}
		if (all > findings.size()) {
			line("report.more-findings", all - findings.size());
		}
	}

	/** The column and what stands in it, or the one of them there is. */
	private String subject(FindingView finding) {
		String value = finding.value().isEmpty() ? "" : this.words.of("report.quoted", finding.value());
		return (finding.column() + " " + value).strip();
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
