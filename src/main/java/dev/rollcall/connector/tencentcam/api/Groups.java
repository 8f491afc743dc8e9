package dev.rollcall.connector.tencentcam.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Some groups.
 *
 * @param totalNum how many there are
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record Groups(@Nullable Long totalNum, @Nullable List<Group> groupInfo, @Nullable Failure error,
		@Nullable String requestId) implements Answer {

	/** A group. */
	@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
	public record Group(@Nullable Long groupId, @Nullable String groupName, @Nullable String remark) {

	}

}
