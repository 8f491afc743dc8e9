package dev.rollcall.connector.tencentcam.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Who is put into groups, or taken out of them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record GroupMembers(List<GroupMember> info) {

	/** A sub-user and a group. */
	@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
	public record GroupMember(long groupId, long uid) {

	}

}
