package dev.rollcall.connector.authing.api;

import org.jspecify.annotations.Nullable;

/**
 * That a user belongs to a department, of whichever organisation of the user pool.
 *
 * @param isLeader whether the user leads it
 * @param isMainDepartment whether it is the user's main department
 */
public record Belonging(@Nullable String organizationCode, @Nullable String departmentId, @Nullable Boolean isLeader,
		@Nullable Boolean isMainDepartment) {

}
