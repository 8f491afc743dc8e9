package dev.rollcall.job;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.rollcall.connector.Surroundings;
import dev.rollcall.definition.JobDefinition;
import dev.rollcall.definition.JobText;
import dev.rollcall.directory.Message;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.SnapshotStore;

import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Goes the way of a run as far as its plan, for somebody who looks on: both sides are
 * staged, and matched and planned in a transaction that is rolled back. What was staged
 * is forgotten in the end; if the process dies before, the next one that opens the
 * database does so.
 */
final class Trials {

	private final JobParts parts;

	private final Surroundings surroundings;

	/**
	 * Somebody who looks on.
	 *
	 * @param <T> what they make of it
	 */
	@FunctionalInterface
	interface Look<T> {

		/** Why a trial on these directories would be in vain; empty when it is not. */
		default List<Message> objections(RunContext context) {
			return List.of();
		}

		/** Both sides have been read, and nothing is planned yet. */
		T at(RunContext context, Planning planning);

	}

	Trials(JobParts parts, Surroundings surroundings) {
		this.parts = parts;
		this.surroundings = surroundings;
	}

	/**
	 * Makes a trial.
	 * @param definition may allow more than the text does
	 * @throws RunException when the job must not run on its directories
	 */
	<T> T make(JobText text, JobDefinition definition, RunObserver observer, Look<T> look) {
		try (RunContext context = RunContext.open(run(text), definition, this.surroundings.telling(observer::notice))) {
			refuse(context.objections());
			refuse(look.objections(context));
			stage(context, observer);
			return Objects.requireNonNull(this.parts.ownTransaction().execute((status) -> {
				status.setRollbackOnly();
				return look.at(context, new Planning(context, this.parts.snapshots(),
						new MemberMatchings(this.parts.snapshots(), this.parts.jdbc())));
			}));
		}
		finally {
			this.parts.snapshots().deleteTrials();
		}
	}

	private Run run(JobText text) {
		return new Run(SnapshotStore.TRIAL, text.name(), Run.Goal.PLAN, RunState.RUNNING, text.yaml(),
				text.overrideLines(), null, null, null, null, this.surroundings.clock().instant(), null, 0, null, null,
				0);
	}

	private static void refuse(List<Message> objections) {
		if (!objections.isEmpty()) {
			throw new RunException(objections.get(0));
		}
	}

	/** Both at the same time, as a run does. */
	private void stage(RunContext context, RunObserver observer) {
		CompletableFuture<?>[] sides = Arrays.stream(Side.values())
			.map((side) -> SideStaging.of(this.parts, context, side, observer))
			.map((side) -> CompletableFuture.runAsync(() -> side.stage(this.parts.ownTransaction()),
					new SimpleAsyncTaskExecutor("stage-")))
			.toArray(CompletableFuture<?>[]::new);
		try {
			CompletableFuture.allOf(sides).join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
		for (Side side : Side.values()) {
			this.parts.snapshots().complete(context.id(), side);
		}
	}

}
