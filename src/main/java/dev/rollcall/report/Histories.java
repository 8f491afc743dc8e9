package dev.rollcall.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Renamed;
import dev.rollcall.report.HistoryView.ForgottenView;
import dev.rollcall.report.HistoryView.PastView;
import dev.rollcall.staging.ChangeHistory;
import dev.rollcall.staging.ChangeHistory.Past;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunStore;
import org.jspecify.annotations.Nullable;

/** Puts together what has happened to one entry over all runs and jobs. */
public final class Histories {

	private static final Comparator<PlannedChange> WITHIN_A_PLAN = Comparator.comparing(PlannedChange::phase)
		.thenComparing(PlannedChange::segment)
		.thenComparing(PlannedChange::position);

	private final RunStore runs;

	private final PlanStore plans;

	private final ChangeHistory changes;

	private final CreatedDepartments created;

	public Histories(RunStore runs, PlanStore plans, ChangeHistory changes, CreatedDepartments created) {
		this.runs = runs;
		this.plans = plans;
		this.changes = changes;
		this.created = created;
	}

	/**
	 * The history of an entry.
	 * @param key a userid or the path of a department, in any case
	 * @param last how many of the latest changes are shown
	 */
	public HistoryView of(String key, int last, RunViews views, Masking masking, Words words) {
		Map<Long, Run> known = new HashMap<>();
		Set<String> names = new TreeSet<>();
		List<Past> found = new ArrayList<>(members(key, names, known));
		found.addAll(new DepartmentHistory(this.changes, this.created,
				(run) -> String.valueOf(run(run, known).targetDirectory()))
			.of(key, names));
		found.sort(inTime(known));
		List<PastView> shown = found.subList(Math.max(0, found.size() - last), found.size())
			.stream()
			.map((past) -> view(past, found, known, views, new ChangeViews(masking, words)))
			.toList();
		return new HistoryView(key, List.copyOf(names), shown, found.size(), forgotten());
	}

	/** Whatever happened to whoever ever had a userid. */
	private Set<Past> members(String key, Set<String> names, Map<Long, Run> known) {
		Set<String> asked = new HashSet<>();
		Set<String> asking = new HashSet<>(Set.of(Userid.key(key)));
		Set<Past> found = new LinkedHashSet<>();
		while (!asking.isEmpty()) {
			asked.addAll(asking);
			Set<String> more = new HashSet<>();
			for (Past past : this.changes.ofMembers(asking)) {
				Renamed renamed = Renamed.by(past.change().change());
				more.add(Userid.key(past.change().change().key()));
				more.addAll((renamed != null) ? Set.of(renamed.from(), renamed.to()) : Set.of());
				if (found.stream().noneMatch((other) -> isSame(other, past))) {
					found.add(past);
				}
			}
			more.removeIf((userid) -> asked.contains(userid) || Renamed.isParked(userid));
			asking = more;
		}
		List<Past> ordered = new ArrayList<>(found);
		ordered.sort(inTime(known));
		Persons persons = new Persons(ordered);
		names.addAll(persons.others(key));
		return persons.of(key);
	}

	private static boolean isSame(Past one, Past other) {
		return one.plan().run() == other.plan().run() && WITHIN_A_PLAN.compare(one.change(), other.change()) == 0;
	}

	private Comparator<Past> inTime(Map<Long, Run> known) {
		return Comparator.comparing((Past past) -> at(run(past.plan().run(), known)))
			.thenComparing((past) -> past.plan().run())
			.thenComparing(Past::change, WITHIN_A_PLAN);
	}

	private Run run(long id, Map<Long, Run> known) {
		return known.computeIfAbsent(id, (number) -> Objects.requireNonNull(this.runs.find(number)));
	}

	private static Instant at(Run run) {
		return (run.endedAt() != null) ? run.endedAt() : run.startedAt();
	}

	private PastView view(Past past, List<Past> all, Map<Long, Run> known, RunViews views, ChangeViews changeViews) {
		Run run = run(past.plan().run(), known);
		PlannedChange change = past.change();
		Message why = RunViews.Changes.TROUBLE.includes(change) ? this.plans.why(run.id(), change) : null;
		return new PastView(at(run), run.id(), run.job(), views.state(run), run.undoes(),
				(change.state() == ChangeState.DONE) ? undoneBy(run, all) : null,
				changeViews.of(change.change(), past.plan()::path, RunViews.lower(change.state()), why));
	}

	/** The run that has taken back what a run did to the entry, null when none has. */
	private @Nullable Long undoneBy(Run run, List<Past> all) {
		return this.runs.undoing(run.id())
			.stream()
			.map(Run::id)
			.filter((undoing) -> all.stream()
				.anyMatch((past) -> past.plan().run() == undoing && past.change().state() == ChangeState.DONE))
			.findFirst()
			.orElse(null);
	}

	private @Nullable ForgottenView forgotten() {
		Run run = this.runs.lastWithoutPlan();
		return (run != null) ? new ForgottenView(run.id(), run.endedAt()) : null;
	}

}
