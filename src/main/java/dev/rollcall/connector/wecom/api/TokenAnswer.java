package dev.rollcall.connector.wecom.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A token for further calls.
 *
 * @param token the token
 * @param expiresIn for how many seconds it is good
 */
public record TokenAnswer(@Nullable Integer errcode, @Nullable String errmsg,
		@JsonProperty("access_token") @Nullable String token,
		@JsonProperty("expires_in") @Nullable Long expiresIn) implements Answer {

	@Override
	public String toString() {
		return "TokenAnswer[errcode=" + this.errcode + "]";
	}

}
