package dev.rollcall.connector.tencentcam.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** All sub-users. */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record Users(@Nullable List<User> data, @Nullable Failure error, @Nullable String requestId) implements Answer {

}
