package dev.rollcall.connector.authing.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** All departments of a user, at most 50. */
public record Memberships(String userId, List<Membership> departments) {

	/** One of them; what is null stays as it is. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Membership(String departmentId, @Nullable Boolean isLeader, @Nullable Boolean isMainDepartment) {

	}

}
