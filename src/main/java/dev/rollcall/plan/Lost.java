package dev.rollcall.plan;

import java.util.List;

/**
 * What of a change that takes another one back a directory cannot bring about.
 *
 * @param things names of fields, or codes of sentences of the connector's own that begin
 * with its name and {@code .lost.}
 * @param all whether nothing at all comes back, so that the change is not worth carrying
 * out
 */
public record Lost(List<String> things, boolean all) {

	/** All of it can be brought about. */
	public static final Lost NOTHING = new Lost(List.of(), false);

	public Lost {
		things = List.copyOf(things);
	}

	/** Everything but some things comes back. */
	public static Lost only(String... things) {
		return new Lost(List.of(things), false);
	}

}
