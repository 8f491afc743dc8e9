package dev.rollcall.connector.tencentcam.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A group that has just been created. */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record CreatedGroup(@Nullable Long groupId, @Nullable Failure error,
		@Nullable String requestId) implements Answer {

}
