package dev.rollcall.connector.wecom.client;

/** Why a call is tried once more. */
enum Reason {

	/** -1 and 6000: WeCom is busy, or somebody else writes at the same time. */
	BUSY("wecom.traffic.repeated-busy"),

	/** 45009: the kind is blocked for a while. */
	TOO_OFTEN("wecom.traffic.repeated-often"),

	/** 45033: too many side by side. */
	TOO_MANY_AT_ONCE("wecom.traffic.repeated-at-once"),

	/** The connection was refused or broke. */
	NETWORK("wecom.traffic.repeated-network"),

	/** Something on the way answered instead, such as with HTTP 502. */
	SERVER("wecom.traffic.repeated-server"),

	/** 40014 and 42001: with a new token. */
	TOKEN("wecom.traffic.repeated-token");

	private final String sentence;

	Reason(String sentence) {
		this.sentence = sentence;
	}

	/** How many times, in words. */
	String sentence() {
		return this.sentence;
	}

}
