package dev.rollcall.connector.remote;

/** What comes of sending a call twice. */
public enum Effect {

	/** Nothing. */
	READS,

	/** The same as of sending it once. */
	SETS,

	/** The second finds that it has been done. */
	DELETES,

	/** Twice as much: not to be sent again before somebody has looked. */
	ADDS

}
