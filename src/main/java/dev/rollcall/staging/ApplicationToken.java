package dev.rollcall.staging;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What lets whoever has it decide on one application, once. Nobody can guess it; only its
 * hash is ever stored.
 *
 * @param text as it is handed to administrators
 */
public record ApplicationToken(String text) {

	/**
	 * So that it is recognised where it does not belong, and is never taken for an
	 * option.
	 */
	private static final String PREFIX = "rca_";

	private static final int BYTES = 32;

	/** A new one. */
	public static ApplicationToken any(SecureRandom chance) {
		byte[] bytes = new byte[BYTES];
		chance.nextBytes(bytes);
		return new ApplicationToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/** Its SHA-256. */
	String hash() {
		return Digests.of(this.text);
	}

	@Override
	public String toString() {
		return "ApplicationToken[***]";
	}

}
