package dev.rollcall.connector.tencentcam.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** An answer that says no more than that a call has succeeded. */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record Plain(@Nullable Failure error, @Nullable String requestId) implements Answer {

}
