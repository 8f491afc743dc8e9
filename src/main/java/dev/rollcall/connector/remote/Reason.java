package dev.rollcall.connector.remote;

/** Why a call is tried once more. */
public enum Reason {

	/** The vendor is busy, or somebody else writes at the same time. */
	BUSY("remote.traffic.repeated-busy"),

	/** Too many within some time: the endpoint is blocked for a while. */
	TOO_OFTEN("remote.traffic.repeated-often"),

	/** Too many side by side. */
	TOO_MANY_AT_ONCE("remote.traffic.repeated-at-once"),

	/** The connection was refused or broke. */
	NETWORK("remote.traffic.repeated-network"),

	/** Something on the way answered instead, such as with HTTP 502. */
	SERVER("remote.traffic.repeated-server"),

	/** With a new token. */
	TOKEN("remote.traffic.repeated-token");

	private final String sentence;

	Reason(String sentence) {
		this.sentence = sentence;
	}

	/** How many times, in words. */
	String sentence() {
		return this.sentence;
	}

}
