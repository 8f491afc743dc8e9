package dev.rollcall.connector.remote;

/** What an answer says about how fast one may go on. */
enum Verdict {

	/** As before. */
	FINE,

	/** Too many of this kind within a minute or an hour. */
	TOO_OFTEN,

	/** Too many side by side. */
	TOO_MANY_AT_ONCE,

	/** There was no answer. */
	UNKNOWN

}
