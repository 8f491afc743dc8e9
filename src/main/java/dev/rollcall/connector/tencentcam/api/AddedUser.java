package dev.rollcall.connector.tencentcam.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A sub-user that has just been created. Never to be shown or logged as a whole.
 *
 * @param password in clear, when one was made up
 * @param secretId of an access key, when one was wanted
 * @param secretKey that key's secret, shown this once
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record AddedUser(@Nullable Long uin, @Nullable Long uid, @Nullable String name, @Nullable String password,
		@Nullable String secretId, @Nullable String secretKey, @Nullable Failure error,
		@Nullable String requestId) implements Answer {

	@Override
	public String toString() {
		return "AddedUser[" + this.name + "]";
	}

}
