package dev.rollcall.connector.authing.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A token.
 *
 * @param token a JWT whose claim {@code scoped_userpool_id} names the user pool
 * @param expiresIn in seconds
 */
public record Token(@JsonProperty("access_token") @Nullable String token,
		@JsonProperty("expires_in") @Nullable Long expiresIn) {

	@Override
	public String toString() {
		return "Token";
	}

}
