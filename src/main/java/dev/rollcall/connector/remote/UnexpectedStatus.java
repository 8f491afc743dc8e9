package dev.rollcall.connector.remote;

import org.springframework.web.client.RestClientException;

/** An answer with an HTTP status that does not stand for success. */
public final class UnexpectedStatus extends RestClientException {

	private static final long serialVersionUID = 1L;

	private final int status;

	public UnexpectedStatus(int status) {
		super("HTTP " + status);
		this.status = status;
	}

	int status() {
		return this.status;
	}

}
