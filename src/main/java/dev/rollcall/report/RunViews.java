package dev.rollcall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.rollcall.directory.Entry;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Differences;
import dev.rollcall.report.RunView.ChangeView;
import dev.rollcall.report.RunView.ConflictView;
import dev.rollcall.report.RunView.CountView;
import dev.rollcall.report.RunView.DecisionView;
import dev.rollcall.report.RunView.DifferenceView;
import dev.rollcall.report.RunView.FindingView;
import dev.rollcall.report.RunView.SideView;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.FindingStore;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlanCounts;
import dev.rollcall.staging.PlanReader;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunStore;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.Snapshot;
import dev.rollcall.staging.SnapshotStore;
import org.jspecify.annotations.Nullable;

/** Puts together what is shown of a run. */
public final class RunViews {

	private final RunStore runs;

	private final SnapshotStore snapshots;

	private final FindingStore findings;

	private final PlanStore plans;

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
		TROUBLE;

		boolean includes(PlannedChange change) {
			return this == ALL || change.state() == ChangeState.FAILED || change.state() == ChangeState.WITHHELD;
		}

	}

	public RunViews(RunStore runs, SnapshotStore snapshots, FindingStore findings, PlanStore plans) {
		this.runs = runs;
		this.snapshots = snapshots;
		this.findings = findings;
		this.plans = plans;
	}

	public RunView of(Run run, Scope scope) {
		Words words = scope.words();
		Plan plan = this.plans.find(run.id());
		PlanCounts counts = this.plans.counts(run.id());
		List<String> parts = this.snapshots.exists(run.id(), Side.SOURCE)
				? this.snapshots.find(run.id(), Side.SOURCE).parts() : List.of();
		return new RunView(run.id(), run.job(), lower(run.state()), run.startedAt(), run.endedAt(), run.restarts(),
				(run.problem() != null) ? words.of(run.problem()) : null,
				side(run, Side.SOURCE, run.sourceDirectory(), words),
				side(run, Side.TARGET, run.targetDirectory(), words), (plan != null) ? plan.digest() : null,
				sentences(this.plans.breaches(run.id()), words),
				counts.changes().stream().map(RunViews::count).toList(),
				counts.decisions().stream().map(RunViews::decision).toList(),
				findings(run, Finding.Severity.REJECTED, parts, scope),
				findings(run, Finding.Severity.WARNING, parts, scope), conflicts(run, scope),
				(plan != null) ? changes(plan, scope) : List.of(), notes(run, words));
	}

	/** The latest runs in one line each, the youngest first. */
	public List<RunLine> latest(int limit) {
		return this.runs.latest(limit).stream().map((run) -> line(run, this.plans.counts(run.id()))).toList();
	}

	private static RunLine line(Run run, PlanCounts counts) {
		return new RunLine(run.id(), run.job(), lower(run.state()), run.startedAt(), counts.planned(), counts.done(),
				counts.failed(), counts.withheld(), run.owner());
	}

	/** Changes of a plan, as many as the scope allows. */
	private List<ChangeView> changes(Plan plan, Scope scope) {
		List<ChangeView> views = new ArrayList<>();
		if (scope.maxChanges() == 0) {
			return views;
		}
		PlanReader reader = this.plans.read(plan);
		while (reader.hasNext() && views.size() < scope.maxChanges()) {
			PlannedChange planned = reader.next();
			if (scope.changes().includes(planned)) {
				views.add(change(plan, planned, scope));
			}
		}
		return views;
	}

	private ChangeView change(Plan plan, PlannedChange planned, Scope scope) {
		Change change = planned.change();
		List<DifferenceView> differences = Differences.of(change, plan::path)
			.stream()
			.map((difference) -> new DifferenceView(difference.field(),
					scope.masking().value(difference.field(), difference.before()),
					scope.masking().value(difference.field(), difference.after())))
			.toList();
		Message why = Changes.TROUBLE.includes(planned) ? this.plans.why(plan.run(), planned) : null;
		return new ChangeView(String.valueOf(change.kind().symbol()), lower(change.kind()), lower(change.entry()),
				change.key(), name(change), differences, scope.words().of(change.reason()), lower(planned.state()),
				(why != null) ? scope.words().of(why) : null);
	}

	private @Nullable SideView side(Run run, Side side, @Nullable String directory, Words words) {
		if (!this.snapshots.exists(run.id(), side)) {
			return null;
		}
		Snapshot snapshot = this.snapshots.find(run.id(), side);
		return new SideView(directory, snapshot.departments(), snapshot.members(), snapshot.rejected(),
				snapshot.warnings(), snapshot.whole(), sentences(snapshot.gaps(), words));
	}

	private List<String> notes(Run run, Words words) {
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
					scope.masking().cell(finding.value()), scope.words().of(finding.reason())))
			.toList();
	}

	private List<ConflictView> conflicts(Run run, Scope scope) {
		return this.plans.conflicts(run.id(), scope.maxFindings())
			.stream()
			.map((conflict) -> new ConflictView(lower(conflict.entry()), conflict.key(),
					scope.words().of(conflict.reason())))
			.toList();
	}

	private static String part(List<String> parts, Finding finding) {
		int part = finding.origin().part();
		return (part >= 0 && part < parts.size()) ? parts.get(part) : "";
	}

	private static @Nullable String name(Change change) {
		Entry either = (change.after() != null) ? change.after() : change.before();
		return (either instanceof Member) ? either.fields().value(FieldNames.NAME) : null;
	}

	private static CountView count(PlanCounts.Changes count) {
		return new CountView(lower(count.entry()), lower(count.kind()), count.planned(), count.done(), count.failed(),
				count.withheld());
	}

	private static DecisionView decision(PlanCounts.Decided decided) {
		return new DecisionView(lower(decided.entry()), lower(decided.disposition()), decided.desired(),
				decided.existing());
	}

	private static List<String> sentences(List<Message> messages, Words words) {
		return messages.stream().map(words::of).toList();
	}

	private static String lower(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
