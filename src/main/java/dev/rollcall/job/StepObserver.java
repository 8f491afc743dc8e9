package dev.rollcall.job;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells the observer of a run when a step begins and ends. */
record StepObserver(RunObserver observer) implements StepExecutionListener {

	@Override
	public void beforeStep(StepExecution step) {
		this.observer.stepBegins(step.getStepName(), -1);
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		this.observer.stepEnds(step.getStepName());
		return null;
	}

}
