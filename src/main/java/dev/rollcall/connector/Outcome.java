package dev.rollcall.connector;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change.
 *
 * @param state how it ended
 * @param why the directory's own code and words, or why it was not tried; null when done
 * @param ref how the directory addresses what it has created, where that is neither the
 * userid nor told to a {@link DepartmentDirectory}; else null
 */
public record Outcome(State state, @Nullable Message why, @Nullable String ref) {

	private static final Outcome DONE = new Outcome(State.DONE, null, null);

	/** How a change can end. */
	public enum State {

		DONE,

		/** The directory refused it. */
		FAILED,

		/** It was not sent. */
		WITHHELD

	}

	public static Outcome done() {
		return DONE;
	}

	/**
	 * A member has been created in a target with {@link Accounts}.
	 * @param ref how the target addresses it
	 */
	public static Outcome created(String ref) {
		return new Outcome(State.DONE, null, ref);
	}

	/** The directory said no, in these words. */
	public static Outcome failed(String code, String words) {
		return new Outcome(State.FAILED, Message.of("outcome.refused", code, words), null);
	}

	public static Outcome failed(Message why) {
		return new Outcome(State.FAILED, why, null);
	}

	public static Outcome withheld(Message why) {
		return new Outcome(State.WITHHELD, why, null);
	}

}
