package dev.rollcall.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Message;
import dev.rollcall.report.RunView.ChangeView;
import dev.rollcall.report.RunView.ConflictView;
import dev.rollcall.report.RunView.CountView;
import dev.rollcall.report.RunView.DecisionView;
import dev.rollcall.report.RunView.EffortView;
import dev.rollcall.report.RunView.FindingView;
import dev.rollcall.report.RunView.WithheldView;
import dev.rollcall.report.RunView.TrafficView;
import dev.rollcall.staging.ApprovalStore;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.FindingStore;
import dev.rollcall.staging.LinkStore;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlanCounts;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.Pruning;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import dev.rollcall.staging.RunStore;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.Snapshot;
import dev.rollcall.staging.SnapshotStore;
import dev.rollcall.staging.TrafficStore;
import org.jspecify.annotations.Nullable;

/** Puts together what is shown of a run. */
public final class RunViews {

	/** So many links that are forgotten are named. */
	private static final int FORGOTTEN = 10;

	/** So many reasons for withholding changes are told. */
	private static final int MOST_REASONS = 5;

	private final RunStore runs;

	private final SnapshotStore snapshots;

	private final FindingStore findings;

	private final PlanStore plans;

	private final Pruning pruning;

	private final BooleanSupplier alone;

	private final HeldViews held;

	private final SideViews sides;

	private final TrafficStore traffic;

	private final LinkStore links;

	/**
	 * How much of a run is shown.
	 *
	 * @param changes which changes
	 * @param maxChanges how many of them at most
	 * @param maxFindings how many findings and conflicts at most
	 * @param masking what is covered
	 * @param words the language
	 */
	public record Scope(Changes changes, int maxChanges, int maxFindings, Masking masking, Words words) {

	}

	/** Which changes of a run are shown. */
	public enum Changes {

		ALL,

		/** Those that failed or were withheld. */
		TROUBLE,

		/** Those that failed: what the plan could not tell before. */
		FAILED;

		boolean includes(PlannedChange change) {
			return switch (this) {
				case ALL -> true;
				case TROUBLE -> change.state() == ChangeState.FAILED || change.state() == ChangeState.WITHHELD;
				case FAILED -> change.state() == ChangeState.FAILED;
			};
		}

		/** How many there are in a plan. */
		long in(PlanCounts counts) {
			return switch (this) {
				case ALL -> counts.planned();
				case TROUBLE -> counts.failed() + counts.withheld();
				case FAILED -> counts.failed();
			};
		}

	}

	/**
	 * Views of what some stores hold.
	 * @param alone whether no other process can be carrying out a run
	 */
	public RunViews(RunStore runs, SnapshotStore snapshots, FindingStore findings, PlanStore plans,
			ApprovalStore approvals, Pruning pruning, TrafficStore traffic, LinkStore links, Clock clock,
			BooleanSupplier alone) {
		this.alone = alone;
		this.runs = runs;
		this.snapshots = snapshots;
		this.findings = findings;
		this.plans = plans;
		this.held = new HeldViews(plans, approvals, clock);
		this.sides = new SideViews(snapshots, findings, this.held);
		this.pruning = pruning;
		this.traffic = traffic;
		this.links = links;
	}

	public RunView of(Run run, Scope scope) {
		Words words = scope.words();
		Plan plan = this.plans.find(run.id());
		PlanCounts counts = this.plans.counts(run.id());
		String digest = (plan != null) ? plan.digest() : null;
		List<String> parts = this.snapshots.exists(run.id(), Side.SOURCE)
				? this.snapshots.find(run.id(), Side.SOURCE).parts() : List.of();
		return new RunView(run.id(), run.job(), run.arguments(), state(run), run.startedAt(), run.endedAt(),
				run.restarts(), run.undoes(), undoneBy(run), run.retries(),
				(run.problem() != null) ? words.of(run.problem()) : null,
				this.sides.of(run, Side.SOURCE, digest, words), this.sides.of(run, Side.TARGET, digest, words), digest,
				effort(run), traffic(run, words),
				this.held.of(run, plan, (change) -> change(Objects.requireNonNull(plan), change, scope), words),
				counts.changes().stream().map(RunViews::count).toList(), withheld(run, counts, words),
				counts.decisions().stream().map(RunViews::decision).toList(),
				findings(run, Finding.Severity.REJECTED, parts, scope),
				findings(run, Finding.Severity.WARNING, parts, scope), conflicts(run, scope),
				changes(plan, counts, scope), scope.changes().in(counts), notes(run, words));
	}

	/** The latest runs in one line each, the youngest first. */
	public List<RunLine> latest(int limit) {
		return this.runs.latest(limit).stream().map((run) -> line(run, this.plans.counts(run.id()))).toList();
	}

	/**
	 * How a run stands. One that claims to be running while nobody can be carrying it out
	 * has lost its process.
	 */
	public String state(Run run) {
		return (run.state() == RunState.RUNNING && this.alone.getAsBoolean()) ? "interrupted" : lower(run.state());
	}

	private RunLine line(Run run, PlanCounts counts) {
		return new RunLine(run.id(), run.job(), state(run), run.startedAt(), counts.planned(), counts.done(),
				counts.failed(), counts.withheld(), run.owner(), run.undoes());
	}

	private @Nullable Long undoneBy(Run run) {
		Run undo = this.runs.undoneBy(run.id());
		return (undo != null) ? undo.id() : null;
	}

	/** Changes of a plan, as many as the scope allows. */
	private Iterable<ChangeView> changes(@Nullable Plan plan, PlanCounts counts, Scope scope) {
		if (plan == null || scope.changes().in(counts) == 0) {
			return List.of();
		}
		Iterable<PlannedChange> planned = () -> this.plans.read(plan);
		return () -> StreamSupport.stream(planned.spliterator(), false)
			.filter(scope.changes()::includes)
			.limit(scope.maxChanges())
			.map((change) -> change(plan, change, scope))
			.iterator();
	}

	private ChangeView change(Plan plan, PlannedChange planned, Scope scope) {
		Message why = Changes.TROUBLE.includes(planned) ? this.plans.why(plan.run(), planned) : null;
		return new ChangeViews(scope.masking(), scope.words()).of(planned.change(), plan::path, lower(planned.state()),
				why);
	}

	private @Nullable EffortView effort(Run run) {
		PlanStore.Effort effort = this.plans.effort(run.id());
		// Rounded up: nobody should be told that it takes no time.
		return (effort.calls() == 0) ? null
				: new EffortView(effort.calls(), effort.atBest().plusMillis(999).toSeconds());
	}

	private List<TrafficView> traffic(Run run, Words words) {
		return this.traffic.find(run.id())
			.stream()
			.map((traffic) -> new TrafficView(traffic.execution(), lower(traffic.side()), words.of(traffic.said())))
			.toList();
	}

	private List<String> notes(Run run, Words words) {
		List<String> notes = new ArrayList<>(notesOfSource(run, words));
		long forgotten = this.links.forgotten(run.id());
		if (forgotten > 0) {
			notes.add(words.of("report.links-forgotten", forgotten,
					this.links.forgotten(run.id(), FORGOTTEN)
						.stream()
						.map((link) -> link.userid() + " \u2192 " + link.ref())
						.collect(Collectors.joining(", ")) + ((forgotten > FORGOTTEN) ? ", \u2026" : "")));
		}
		return notes;
	}

	private List<String> notesOfSource(Run run, Words words) {
		if (this.pruning.isPruned(run.id())) {
			return List.of(words.of("report.pruned"));
		}
		Run undone = (run.undoes() != null) ? this.runs.find(run.undoes()) : null;
		if (undone != null && undone.undoes() == null && this.plans.counts(run.id()).done() > 0) {
			return List.of(words.of("report.would-do-it-again", run.job()));
		}
		if (!this.snapshots.exists(run.id(), Side.SOURCE)) {
			return List.of();
		}
		Snapshot source = this.snapshots.find(run.id(), Side.SOURCE);
		return (source.whole() && source.members() > 0 && !source.silentFields().isEmpty())
				? List.of(words.of("report.silent-fields", String.join(", ", source.silentFields()))) : List.of();
	}

	private List<FindingView> findings(Run run, Finding.Severity severity, List<String> parts, Scope scope) {
		return this.findings.find(run.id(), severity, scope.maxFindings())
			.stream()
			.map((finding) -> new FindingView(part(parts, finding), finding.origin().row(), finding.column(),
					scope.masking().cell(finding.column(), finding.value()), scope.words().of(finding.reason())))
			.toList();
	}

	private List<WithheldView> withheld(Run run, PlanCounts counts, Words words) {
		return counts.changes().stream().allMatch((change) -> change.withheld() == 0) ? List.of()
				: this.plans.withheld(run.id(), MOST_REASONS)
					.stream()
					.map((withheld) -> new WithheldView(withheld.changes(), words.of(withheld.reason()),
							withheld.reason().code()))
					.toList();
	}

	private List<ConflictView> conflicts(Run run, Scope scope) {
		return this.plans.conflicts(run.id(), scope.maxFindings())
			.stream()
			.map((conflict) -> new ConflictView(lower(conflict.entry()), conflict.key(),
					scope.words().of(conflict.reason()), conflict.reason().code()))
			.toList();
	}

	private static String part(List<String> parts, Finding finding) {
		int part = finding.origin().part();
		return (part >= 0 && part < parts.size()) ? parts.get(part) : "";
	}

	private static CountView count(PlanCounts.Changes count) {
		return new CountView(lower(count.entry()), lower(count.kind()), count.planned(), count.done(), count.failed(),
				count.withheld());
	}

	private static DecisionView decision(PlanCounts.Decided decided) {
		return new DecisionView(lower(decided.entry()), lower(decided.disposition()), decided.desired(),
				decided.existing());
	}

	public static String lower(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
