package dev.rollcall.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import dev.rollcall.report.RunView.ChangeView;
import dev.rollcall.report.RunView.ConflictView;
import dev.rollcall.report.RunView.CountView;
import dev.rollcall.report.RunView.DecisionView;
import dev.rollcall.report.RunView.FindingView;
import dev.rollcall.report.RunView.SideView;
import dev.rollcall.report.RunView.TrafficView;
import org.jspecify.annotations.Nullable;

/** Says in words what a {@link RunView} holds. */
public final class TextReport {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private static final Set<String> INDENTED = Set.of("report.count", "report.count-trouble", "report.withheld",
			"report.total-source", "report.total-target", "report.finding", "report.gap", "report.more-changes",
			"report.more-findings", "report.not-read-to-end", "report.restarts", "report.retries", "report.undoes",
			"report.undone-by", "report.traffic.source", "report.traffic.source-of", "report.traffic.target",
			"report.traffic.target-of");

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
		new HeldText(this.words, this.zone, this.out).held(view);
	}

	/** Everything about a run but its changes. */
	public void summary(RunView view) {
		run(view);
		side("report.source", view.source());
		side("report.target", view.target());
		counts(view.counts());
		view.withheld().forEach((withheld) -> line("report.withheld", withheld.changes(), withheld.reason()));
		decisions(view);
		effort(view);
		traffic(view.traffic());
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
		ChangeText text = new ChangeText(this.words);
		long shown = 0;
		for (ChangeView change : view.changes()) {
			this.out.println(text.of(change));
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

	private void side(String code, @Nullable SideView side) {
		if (side == null) {
			return;
		}
		line(code, String.valueOf(side.directory()), side.departments(), side.members());
		if (!side.readToEnd()) {
			line("report.not-read-to-end");
		}
		side.gaps().forEach((gap) -> line("report.gap", gap));
		new HeldText(this.words, this.zone, this.out).proof(side);
	}

	private void counts(List<CountView> counts) {
		for (CountView count : counts) {
			boolean well = count.failed() == 0 && count.withheld() == 0;
			line(well ? "report.count" : "report.count-trouble", this.words.of("report.kind." + count.kind()),
					entry(count.entry()), count.planned(), count.done(), count.failed(), count.withheld());
		}
	}

	/** For each side how many entries there were, and what was decided about them. */
	private void decisions(RunView view) {
		view.decisions().stream().map(DecisionView::entry).distinct().forEach((entry) -> {
			total("report.total-source", entry, view, DecisionView::source);
			total("report.total-target", entry, view, DecisionView::target);
		});
	}

	private void total(String code, String entry, RunView view, ToLongFunction<DecisionView> side) {
		List<DecisionView> decisions = view.decisions()
			.stream()
			.filter((decision) -> decision.entry().equals(entry) && side.applyAsLong(decision) > 0)
			.sorted(Comparator.comparingLong(side).reversed().thenComparing(DecisionView::decision))
			.toList();
		if (!decisions.isEmpty()) {
			line(code, entry(entry), decisions.stream().mapToLong(side).sum(), decisions.stream()
				.map((decision) -> this.words.of("report.decision." + decision.decision(), side.applyAsLong(decision)))
				.collect(Collectors.joining(" + ")));
		}
	}

	private void effort(RunView view) {
		if (view.effort() != null && view.counts().stream().anyMatch(TextReport::isOpen)) {
			line("report.effort", view.effort().calls(),
					Durations.of(Duration.ofSeconds(view.effort().atBestSeconds()), this.words));
		}
	}

	/** By execution only where there were several. */
	private void traffic(List<TrafficView> traffic) {
		boolean several = traffic.stream().mapToInt(TrafficView::execution).distinct().count() > 1;
		for (TrafficView said : traffic) {
			line("report.traffic." + said.side() + (several ? "-of" : ""), said.said(), said.execution());
		}
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
