package dev.rollcall.connector.tencentcam.client;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.directory.Message;

/**
 * CAM has understood a call and says no. Nothing will come of the call as long as neither
 * the call nor the powers of the caller change.
 */
public class Refusal extends DirectoryException {

	private static final long serialVersionUID = 1L;

	private final String code;

	private final String words;

	public Refusal(Message text, String code, String words) {
		super(text);
		this.code = code;
		this.words = words;
	}

	/** CAM's own code, such as {@code InvalidParameter.SubUserNameInUse}. */
	public String code() {
		return this.code;
	}

	/** CAM's own words. */
	public String words() {
		return this.words;
	}

}
