package dev.rollcall.job;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.plan.Phase;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlanProgress.Result;
import dev.rollcall.staging.PlanReader;
import dev.rollcall.staging.PlannedChange;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Takes up again what a target has refused, in one transaction: looks up each of those
 * changes and says whether it is to be carried out once more.
 */
final class RetryTasklet implements Tasklet {

	/** In these phases an entry may be written twice. */
	private static final List<Set<Phase>> TOGETHER = List
		.of(EnumSet.of(Phase.DEPARTMENT_UPSERT, Phase.DEPARTMENT_DELETE), EnumSet.of(Phase.MEMBER_RELEASE));

	private static final Set<Phase> ONE_BY_ONE = EnumSet.of(Phase.MEMBER_UPSERT, Phase.MEMBER_DELETE);

	private final RunContext context;

	private final JobParts parts;

	private final RunObserver observer;

	private final WrittenFields written;

	private final Map<Segment, List<Result>> results = new LinkedHashMap<>();

	private long lookedAt;

	/** A piece of a plan. */
	private record Segment(Phase phase, int number) {

		static Segment of(PlannedChange change) {
			return new Segment(change.phase(), change.segment());
		}

	}

	RetryTasklet(RunContext context, JobParts parts, RunObserver observer) {
		this.context = context;
		this.parts = parts;
		this.observer = observer;
		this.written = WrittenFields.of(context, parts.jdbc());
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
		this.results.clear();
		this.lookedAt = 0;
		Plan plan = Objects.requireNonNull(this.parts.plans().find(this.context.id()), "a run that failed has a plan");
		SecondLook look = new SecondLook(this.context, this.parts);
		for (Set<Phase> phases : TOGETHER) {
			ChangesByEntry entries = new ChangesByEntry();
			this.parts.plans().readEnded(plan, phases).forEachRemaining(entries::add);
			Refused refused = new Refused(this.parts.plans(), plan.run());
			Lookups<List<PlannedChange>> lookups = lookups(look);
			entries.all().forEach((changes) -> decide(lookups, changes, refused));
			lookups.flush();
		}
		Refused refused = new Refused(this.parts.plans(), plan.run());
		Lookups<List<PlannedChange>> lookups = lookups(look);
		for (PlanReader reader = this.parts.plans().readRefused(plan, ONE_BY_ONE); reader.hasNext();) {
			decide(lookups, List.of(reader.next()), refused);
		}
		lookups.flush();
		return RepeatStatus.FINISHED;
	}

	private Lookups<List<PlannedChange>> lookups(SecondLook look) {
		return new Lookups<>((refused) -> {
			List<Result> decided = look.at(refused);
			decided.forEach(this::add);
			write();
			this.written.remember(decided.stream().filter((result) -> result.state() == ChangeState.DONE).toList(),
					look.departments());
			this.lookedAt += refused.size();
			this.observer.stepAdvances(Steps.LOOK_AGAIN, this.lookedAt, -1);
		});
	}

	/** Decides about the changes of one entry. */
	private void decide(Lookups<List<PlannedChange>> lookups, List<PlannedChange> changes, Refused refused) {
		List<PlannedChange> open = new ArrayList<>();
		for (PlannedChange change : changes) {
			if (change.state() == ChangeState.DONE) {
				// Whatever came before it was on the way to this.
				open.forEach((earlier) -> add(new Result(earlier, ChangeState.DONE, null)));
				open.clear();
			}
			else if (refused.contains(change)) {
				open.add(change);
			}
		}
		if (!open.isEmpty()) {
			lookups.add(open);
		}
	}

	private void add(Result result) {
		this.results.computeIfAbsent(Segment.of(result.change()), (segment) -> new ArrayList<>()).add(result);
	}

	private void write() {
		this.results.values().forEach((all) -> this.parts.progress().reopened(this.context.id(), all));
		this.results.clear();
	}

}
