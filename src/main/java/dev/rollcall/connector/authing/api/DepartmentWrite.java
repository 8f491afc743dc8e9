package dev.rollcall.connector.authing.api;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A department as it is to be. What is null stays as it is.
 *
 * @param departmentId which one; null to create it
 * @param parentDepartmentId the department above, {@code root} for the root node
 * @param leaderUserIds all who lead it; only in an update
 * @param customData values of the fields that the user pool has added, null in it to
 * empty one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DepartmentWrite(String organizationCode, @Nullable String departmentId, @Nullable String name,
		@Nullable String parentDepartmentId, @Nullable List<String> leaderUserIds,
		@JsonInclude(value = JsonInclude.Include.NON_NULL,
				content = JsonInclude.Include.ALWAYS) @Nullable Map<String, @Nullable Object> customData) {

}
