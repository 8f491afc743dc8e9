package dev.rollcall.connector.tencentcam.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Who is put into groups, or taken out of them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record GroupMembers(List<GroupMember> info) {

	/**
	 * A sub-user and a group.
	 *
	 * @param uid the sub-user's number within CAM
	 * @param uin its account's number, where that is not known
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
	public record GroupMember(long groupId, @Nullable Long uid, @Nullable Long uin) {

		public GroupMember(long groupId, long uid) {
			this(groupId, uid, null);
		}

	}

}
