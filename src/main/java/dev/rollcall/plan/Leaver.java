package dev.rollcall.plan;

/**
 * Somebody whom an earlier run has disabled because the source did not have them.
 *
 * @param since the day on which that was, in words
 * @param due when they are deleted
 */
public record Leaver(String since, Due due) {

	/** When a leaver is deleted, as it looks when a plan is made. */
	public enum Due {

		/** Nobody has said that they are to be deleted. */
		NEVER,

		/** The time has not come yet. */
		LATER,

		/** The time has come. */
		NOW

	}

}
