package dev.rollcall.connector.tencentcam.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Who calls, and whose account that is.
 *
 * @param uin the caller's account, a sub-user's or the root account's
 * @param ownerUin the root account
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record AppId(@Nullable String uin, @Nullable String ownerUin, @Nullable Failure error,
		@Nullable String requestId) implements Answer {

}
