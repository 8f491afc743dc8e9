package dev.rollcall.connector.tencentcam.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A sub-user to create.
 *
 * @param name 1 to 64 of {@code A-Za-z0-9+=,.@_-}
 * @param consoleLogin 1 when it may log in to the console; it then needs a password, or
 * one is made up
 * @param useApi 1 when it gets an access key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record AddUser(String name, @Nullable String remark, int consoleLogin, int useApi, @Nullable String password,
		@Nullable Integer needResetPassword, @Nullable String phoneNum, @Nullable String countryCode,
		@Nullable String email) {

	@Override
	public String toString() {
		return "AddUser[" + this.name + "]";
	}

}
