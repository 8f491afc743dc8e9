package dev.rollcall.connector.wecom.client;

import org.springframework.web.client.RestClientException;

/** An answer with another HTTP status than 200, which is all that WeCom itself uses. */
final class UnexpectedStatus extends RestClientException {

	private static final long serialVersionUID = 1L;

	private final int status;

	UnexpectedStatus(int status) {
		super("HTTP " + status);
		this.status = status;
	}

	int status() {
		return this.status;
	}

}
