package dev.rollcall.sandbox.authing.pool;

import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What Authing's pages leave open, and what may be otherwise than it is here at first.
 */
public enum Habit {

	/**
	 * Of a batch with something wrong in it, what stands before that is done all the
	 * same; else nothing of it.
	 */
	BATCH_STOPS,
	/** Of a batch, what is wrong is passed over without a word, and the rest is done. */
	BATCH_PASSES,
	/** Setting a user's departments adds to those that there are; else replaces them. */
	DEPARTMENTS_MERGE,
	/** A field set to null stays as it is; else it is emptied. */
	NULL_KEEPS,
	/** A field set to an empty text stays as it is; else it is emptied. */
	EMPTY_KEEPS,
	/** Users of whom no order is asked come in that of their creation; else in any. */
	STEADY_ORDER,
	/** A department that is not empty can be deleted with all below it. */
	DELETES_FULL_DEPARTMENTS,
	/** All departments are listed without the one that the list begins with. */
	ROOT_UNLISTED,
	/** A user's first department is no main department until it is set. */
	MAIN_UNSET,
	/** Failures have their number as HTTP status, too, when it is 429 or above 499. */
	HTTP_STATUS;

	/** As it is written in options and in JSON. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The habit of that word, null when there is none. */
	public static @Nullable Habit of(String word) {
		return Stream.of(values()).filter((habit) -> habit.word().equals(word)).findFirst().orElse(null);
	}

}
