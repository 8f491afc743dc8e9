package dev.rollcall.connector.remote;

import dev.rollcall.connector.DirectoryException;

/** A call has failed, and another try may succeed. Never leaves this package. */
final class Again extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient DirectoryException otherwise;

	/**
	 * Another try is worth it.
	 * @param otherwise what is thrown when there is none
	 */
	Again(Reason reason, DirectoryException otherwise) {
		super(reason.name(), null, false, false);
		this.otherwise = otherwise;
	}

	DirectoryException otherwise() {
		return this.otherwise;
	}

}
