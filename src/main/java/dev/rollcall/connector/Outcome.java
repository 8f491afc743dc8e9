package dev.rollcall.connector;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change.
 *
 * @param state how it ended
 * @param why the directory's own code and words, or why it was not tried; null when done
 */
public record Outcome(State state, @Nullable Message why) {

	private static final Outcome DONE = new Outcome(State.DONE, null);

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

	/** The directory said no, in these words. */
	public static Outcome failed(String code, String words) {
		return new Outcome(State.FAILED, Message.of("outcome.refused", code, words));
	}

	public static Outcome failed(Message why) {
		return new Outcome(State.FAILED, why);
	}

	public static Outcome withheld(Message why) {
		return new Outcome(State.WITHHELD, why);
	}

}
