package dev.rollcall.job;

import java.util.List;

import dev.rollcall.connector.Effort;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.PlannedChange;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;

/** Tells the observer of a run how far the plan has been carried out. */
final class ApplyProgress implements ItemWriteListener<List<PlannedChange>>, StepExecutionListener {

	private final RunContext context;

	private final PlanStore plans;

	private final RunObserver observer;

	private long done;

	private long expected;

	ApplyProgress(RunContext context, PlanStore plans, RunObserver observer) {
		this.context = context;
		this.plans = plans;
		this.observer = observer;
	}

	@Override
	public void beforeStep(StepExecution step) {
		Effort effort = OpenWork.note(this.context, this.plans);
		this.expected = this.plans.counts(this.context.id()).open();
		if (effort.calls() > 0 && this.expected > 0) {
			this.observer.takes(effort.calls(), effort.atBest());
		}
		this.observer.stepBegins(step.getStepName(), this.expected);
	}

	@Override
	public void afterWrite(Chunk<? extends List<PlannedChange>> batches) {
		batches.getItems().forEach((batch) -> this.done += batch.size());
		this.observer.stepAdvances(Steps.APPLY, this.done, this.expected);
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		this.observer.stepEnds(step.getStepName());
		return null;
	}

}
