package dev.rollcall.connector.authing.api;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A user as it is to be. What is null stays as it is.
 *
 * @param userId which one; null to create it
 * @param departmentIds only when it is created
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserWrite(@Nullable String userId, @Nullable String status, @Nullable String email,
		@Nullable String phone, @Nullable String phoneCountryCode, @Nullable String username,
		@Nullable String externalId, @Nullable String name, @Nullable String nickname, @Nullable String gender,
		@Nullable String address, @Nullable List<String> departmentIds, @Nullable Map<String, Object> customData) {

}
