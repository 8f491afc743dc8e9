package dev.rollcall.connector.tencentcam.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Some sub-users of a group.
 *
 * @param totalNum how many it has
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record GroupUsers(@Nullable Long totalNum, @Nullable List<User> userInfo, @Nullable Failure error,
		@Nullable String requestId) implements Answer {

}
