package dev.rollcall.staging;

import java.time.Instant;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a job; a restart continues the same run.
 *
 * @param id counted from 1
 * @param job the job's name
 * @param goal how far it is to go
 * @param state how it stands
 * @param definition the job file as it was when the run began
 * @param overrides the keys overridden for this run
 * @param sourceDirectory which directory was read, null until it was opened
 * @param sourceContent a digest of its content, null where there is none
 * @param targetDirectory which directory is written to, null until it was opened
 * @param owner the process that carries it out, or did
 * @param startedAt when it began
 * @param endedAt when it ended or was last interrupted, null while it goes on
 * @param restarts how often it was continued
 * @param problem why it failed, null if it did not
 */
public record Run(long id, String job, Goal goal, RunState state, String definition, String overrides,
		@Nullable String sourceDirectory, @Nullable String sourceContent, @Nullable String targetDirectory,
		@Nullable String owner, Instant startedAt, @Nullable Instant endedAt, int restarts, @Nullable Message problem) {

	/** How far a run is to go. */
	public enum Goal {

		/** Make a plan and save it. */
		PLAN,

		/** Make a plan and carry it out. */
		APPLY,

		/** Carry out a plan that was saved before, if the target is still the same. */
		APPLY_SAVED

	}

}
