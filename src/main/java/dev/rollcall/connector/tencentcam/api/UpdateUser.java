package dev.rollcall.connector.tencentcam.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A sub-user as it is to be. What is null stays as it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record UpdateUser(String name, @Nullable String remark, @Nullable Integer consoleLogin,
		@Nullable String phoneNum, @Nullable String countryCode, @Nullable String email) {

}
