package dev.rollcall.sandbox;

import java.net.URI;
import java.util.Map;

/**
 * A server that behaves as a vendor's does. It serves from the moment it is made until it
 * is closed, and keeps everything in memory.
 */
public interface Lookalike extends AutoCloseable {

	/** Where it is. */
	URI baseUrl();

	/** What a caller needs to know of it: where it is, ids and secrets. */
	Map<String, Object> greeting();

	/** What disturbs its calls. */
	Faults faults();

	/** What it was called for. */
	CallLog calls();

	@Override
	void close();

}
