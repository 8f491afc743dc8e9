package dev.rollcall.sandbox;

import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A way in which a call can go wrong through no fault of its caller. */
public enum Fault {

	/** The web server answers with HTTP 502; nothing was done. */
	SERVER_ERROR,

	/** The connection is closed before anything was done. */
	DROPPED,

	/** The connection is closed after everything was done. */
	ANSWER_LOST,

	/** The vendor says that it is busy; nothing was done. */
	BUSY,

	/** The vendor says that others have written at the same time; nothing was done. */
	CONFLICT,

	/** The vendor says that it was called too often; nothing was done. */
	THROTTLED,

	/** The token stops being good before its time; nothing was done. */
	TOKEN_EXPIRED;

	/** As it is written in options and in JSON. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The fault of that word, null when there is none. */
	public static @Nullable Fault of(String word) {
		return Stream.of(values()).filter((fault) -> fault.word().equals(word)).findFirst().orElse(null);
	}

}
