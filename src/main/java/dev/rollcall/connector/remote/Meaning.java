package dev.rollcall.connector.remote;

import org.jspecify.annotations.Nullable;

/**
 * What an answer means.
 *
 * @param sense what to make of it
 * @param reason why another try may succeed, only for {@link Sense#PASSING}
 * @param code the vendor's own code
 * @param words the vendor's own words, without parts that differ from call to call
 */
public record Meaning(Sense sense, @Nullable Reason reason, String code, String words) {

	/** What to make of an answer. */
	public enum Sense {

		DONE,

		/** Another token helps. */
		TOKEN,

		/** Refused, but another try may succeed. Nothing has come of it. */
		PASSING,

		/** Another try may succeed, but this one may have been carried out. */
		DOUBTFUL,

		/** Refused, because what it is about is not there. */
		GONE,

		REFUSED

	}

	public static Meaning done() {
		return new Meaning(Sense.DONE, null, "", "");
	}

	/** The same in other words. */
	Meaning saying(String others) {
		return new Meaning(this.sense, this.reason, this.code, others);
	}

	Verdict verdict() {
		if (this.reason == Reason.TOO_OFTEN) {
			return Verdict.TOO_OFTEN;
		}
		return (this.reason == Reason.TOO_MANY_AT_ONCE) ? Verdict.TOO_MANY_AT_ONCE : Verdict.FINE;
	}

}
