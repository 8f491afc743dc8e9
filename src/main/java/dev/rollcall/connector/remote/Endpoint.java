package dev.rollcall.connector.remote;

/**
 * One kind of call that a vendor offers, and counts by itself. Identified by itself: an
 * enum's constant or a constant field.
 */
public interface Endpoint {

	/** As the vendor's pages name it. */
	String path();

	/** What comes of sending it twice. */
	Effect effect();

}
