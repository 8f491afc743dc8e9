package dev.rollcall.job;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Phase;
import dev.rollcall.plan.UndoPlanner;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlanReader;
import dev.rollcall.staging.PlannedChange;

/**
 * The changes that another run has carried out, read from its stored plan a segment at a
 * time. Those whose answers were lost when it broke off are looked up in the target.
 */
final class CarriedOut implements UndoPlanner.DoneChanges {

	/** How often it is told how far it has come. */
	private static final int INTERVAL = 1000;

	private final Plan plan;

	private final JobParts parts;

	private final RunObserver observer;

	private final Set<Place> answered;

	private final long all;

	private final Map<EntryKind, Long> growth = new EnumMap<>(EntryKind.class);

	private long lookedAt;

	/** Where a change stands in the plan. */
	private record Place(Phase phase, int segment, int position) {

		static Place of(PlannedChange change) {
			return new Place(change.phase(), change.segment(), change.position());
		}

	}

	/** What a plan has come to in the target of a run that takes it back. */
	CarriedOut(Plan plan, RunContext context, JobParts parts, RunObserver observer) {
		this.plan = plan;
		this.parts = parts;
		this.observer = observer;
		this.all = parts.plans().counts(plan.run()).done();
		List<PlannedChange> sent = new ArrayList<>();
		parts.plans().readOpen(plan).forEachRemaining((change) -> {
			if (change.state() == ChangeState.SENT) {
				sent.add(change);
			}
		});
		LostAnswers answers = new LostAnswers(context.target(), new RunDepartments(plan.run(), parts.created()),
				this::departmentsGivingWay);
		this.answered = answers.carriedOut(sent)
			.stream()
			.map((done) -> Place.of(done.change()))
			.collect(Collectors.toSet());
	}

	/**
	 * By how many entries those changes that have been shown have made the target larger.
	 */
	long growth(EntryKind entry) {
		return this.growth.getOrDefault(entry, 0L);
	}

	/**
	 * Departments that were there before. What that run had read is not kept for good,
	 * but those that matter are in its plan: they give up their names to new ones.
	 */
	private Set<String> departmentsGivingWay() {
		Set<String> refs = new HashSet<>();
		for (PlanReader changes = this.parts.plans().read(this.plan); changes.hasNext();) {
			Change change = changes.next().change();
			if (change.entry() == EntryKind.DEPARTMENT && change.ref() != null) {
				refs.add(change.ref());
			}
		}
		return refs;
	}

	@Override
	public void forEach(Set<Phase> phases, BiConsumer<Phase, Change> visitor) {
		PlanReader done = this.parts.plans().readDone(this.plan, phases);
		while (done.hasNext()) {
			PlannedChange change = done.next();
			if (change.state() == ChangeState.DONE || this.answered.contains(Place.of(change))) {
				visitor.accept(change.phase(), change.change());
				count(change.change());
				this.lookedAt++;
			}
			if (this.lookedAt % INTERVAL == 0) {
				this.observer.stepAdvances(Steps.PLAN, this.lookedAt, this.all);
			}
		}
	}

	private void count(Change change) {
		long more = switch (change.kind()) {
			case CREATE -> 1;
			case DELETE -> -1;
			case UPDATE, MOVE, DISABLE -> 0;
		};
		this.growth.merge(change.entry(), more, Long::sum);
	}

}
