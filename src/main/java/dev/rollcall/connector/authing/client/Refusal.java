package dev.rollcall.connector.authing.client;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.directory.Message;

/**
 * Authing has understood a call and says no. Nothing will come of the call as long as
 * neither the call nor the powers of the caller change.
 */
public class Refusal extends DirectoryException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String words;

	public Refusal(Message text, int status, String words) {
		super(text);
		this.status = status;
		this.words = words;
	}

	/** Authing's status code, such as 409 for a value that another user has. */
	public int status() {
		return this.status;
	}

	/** Authing's own words. */
	public String words() {
		return this.words;
	}

}
