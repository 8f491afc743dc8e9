package dev.rollcall.connector.tencentcam.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** One sub-user. */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record FoundUser(@Nullable Long uin, @Nullable Long uid, @Nullable String name, @Nullable String remark,
		@Nullable Integer consoleLogin, @Nullable String phoneNum, @Nullable String countryCode, @Nullable String email,
		@Nullable Failure error, @Nullable String requestId) implements Answer {

}
