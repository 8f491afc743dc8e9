package dev.rollcall.connector.authing.api;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A department.
 *
 * @param departmentId 24 hexadecimal digits, given by Authing
 * @param openDepartmentId given by whoever created it
 * @param parentDepartmentId the department above; the root node's is absent
 * @param membersCount only those directly in it
 * @param customData the values of the fields that the user pool defines for departments
 */
public record DepartmentDetail(@Nullable String departmentId, @Nullable String openDepartmentId,
		@Nullable String parentDepartmentId, @Nullable String name, @Nullable String code, @Nullable String description,
		@Nullable List<String> leaderUserIds, @Nullable Long membersCount, @Nullable Boolean hasChildren,
		@Nullable Boolean status, @Nullable Map<String, Object> customData) {

}
