package dev.rollcall.connector.remote;

import org.jspecify.annotations.Nullable;

/**
 * A token that has just been fetched.
 *
 * @param value the token
 * @param seconds how long it is good for, null when the vendor does not say
 */
public record FreshToken(String value, @Nullable Long seconds) {

	@Override
	public String toString() {
		return "FreshToken";
	}

}
