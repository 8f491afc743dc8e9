package dev.rollcall.connector.wecom.client;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.directory.Message;

/**
 * WeCom has understood a call and says no. Nothing has come of the call, and nothing will
 * come of it as long as neither the call nor the powers of the caller change.
 */
public class Refusal extends DirectoryException {

	private static final long serialVersionUID = 1L;

	private final int code;

	private final String words;

	public Refusal(Message text, int code, String words) {
		super(text);
		this.code = code;
		this.words = words;
	}

	/** WeCom's error code. */
	public int code() {
		return this.code;
	}

	/** WeCom's own words, without the parts that differ from call to call. */
	public String words() {
		return this.words;
	}

}
