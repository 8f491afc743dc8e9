package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlanReader;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.PlannedChange;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the changes that are still to be carried out, so many of one phase together as
 * the target wants for what there is to do. The plan itself knows which they are, so
 * there is nothing to remember.
 */
final class OpenChangesReader implements ItemStreamReader<List<PlannedChange>> {

	private final RunContext context;

	private final PlanStore plans;

	private @Nullable PlanReader changes;

	private int most = 1;

	OpenChangesReader(RunContext context, PlanStore plans) {
		this.context = context;
		this.plans = plans;
	}

	@Override
	public void open(ExecutionContext executionContext) {
		Plan plan = Objects.requireNonNull(this.plans.find(this.context.id()), "apply comes behind plan");
		this.most = OpenWork.effort(this.context.target(), this.plans.counts(this.context.id())).batch();
		this.changes = this.plans.readOpen(plan);
	}

	@Override
	public @Nullable List<PlannedChange> read() {
		PlanReader reader = this.changes;
		if (reader == null || !reader.hasNext()) {
			return null;
		}
		List<PlannedChange> batch = new ArrayList<>();
		PlannedChange first = reader.next();
		batch.add(first);
		for (PlannedChange next = reader.peek(); next != null && batch.size() < this.most
				&& first.phase() == next.phase(); next = reader.peek()) {
			batch.add(reader.next());
		}
		return batch;
	}

}
