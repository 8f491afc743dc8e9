package dev.rollcall.connector.tencentcam.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Some of those sub-users whom the console has imported from WeCom.
 *
 * @param totalCount how many there are
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record WeComUsers(@Nullable Long totalCount, @Nullable List<User> data, @Nullable Failure error,
		@Nullable String requestId) implements Answer {

}
