package dev.rollcall.sandbox;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is a vendor's own in a look-alike. All of it is safe for use by many threads. */
public interface Vendor {

	/** The kind under which a call is counted, null when the vendor has none such. */
	@Nullable String call(Request request);

	/**
	 * Does what is called for.
	 * @param atOnce how many calls are going on, this one counted
	 */
	Reply answer(Request request, int atOnce);

	/**
	 * How the vendor says {@link Fault#BUSY}, {@link Fault#CONFLICT},
	 * {@link Fault#THROTTLED} and {@link Fault#TOKEN_EXPIRED}.
	 */
	Reply fault(Fault fault, Request request);

	/** Parameters that are secrets. */
	Set<String> secrets();

	/** The whole directory, in an order that depends on nothing but what it holds. */
	ObjectNode state();

	/**
	 * Changes how the vendor behaves while it runs.
	 * @param wanted switches by name
	 * @return how it behaves now
	 */
	ObjectNode switches(ObjectNode wanted);

	/**
	 * What can be done at a look-alike that the vendor lets nobody do from outside.
	 * @param page the last part of the path
	 * @return what has become of it, null when there is no such page
	 */
	default @Nullable ObjectNode backDoor(String page, ObjectNode body) {
		return null;
	}

}
