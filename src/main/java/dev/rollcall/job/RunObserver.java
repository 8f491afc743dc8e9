package dev.rollcall.job;

import java.time.Duration;

import dev.rollcall.directory.Message;
import dev.rollcall.staging.Run;

/** Looks on while a run goes on. Called from the threads of the steps. */
public interface RunObserver {

	/** A run begins or is continued. */
	default void begins(Run run) {
	}

	/**
	 * A step begins.
	 * @param step its name
	 * @param expected how many entries or changes it has to do with, -1 when unknown
	 */
	default void stepBegins(String step, long expected) {
	}

	/**
	 * A step has come on.
	 * @param done how many entries or changes since it began
	 * @param expected how many there will be as far as can be told now, -1 when unknown
	 */
	default void stepAdvances(String step, long done, long expected) {
	}

	/** A step has ended, well or not. */
	default void stepEnds(String step) {
	}

	/** There is nothing to be tried again, because nothing has failed. */
	default void nothingFailed(Run run) {
	}

	/**
	 * Changes are about to be written.
	 * @param calls how many calls of the target that takes
	 * @param atBest how long they take as fast as they are allowed to go
	 */
	default void takes(long calls, Duration atBest) {
	}

	/** A directory says what an operator should know at once. Called from any thread. */
	default void notice(Message notice) {
	}

	/** The plan is made; nothing of it has been carried out. */
	default void planned(Run run) {
	}

}
