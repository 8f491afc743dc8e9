package dev.rollcall.connector.authing.api;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A user, with departments and custom data where they were asked for.
 *
 * @param status {@code Activated}, {@code Suspended}, {@code Deactivated},
 * {@code Resigned} or {@code Archived}
 * @param gender {@code M}, {@code F}, {@code W} or {@code U}
 * @param departmentIds of all organisations of the user pool
 */
public record UserDetail(@Nullable String userId, @Nullable String status, @Nullable String createdAt,
		@Nullable String updatedAt, @Nullable String email, @Nullable String phone, @Nullable String phoneCountryCode,
		@Nullable String username, @Nullable String externalId, @Nullable String name, @Nullable String nickname,
		@Nullable String gender, @Nullable String address, @Nullable String mainDepartmentId,
		@Nullable List<String> departmentIds, @Nullable Map<String, Object> customData) {

}
