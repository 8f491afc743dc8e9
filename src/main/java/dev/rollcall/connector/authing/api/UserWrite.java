package dev.rollcall.connector.authing.api;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A user as it is to be. What is absent stays as it is.
 *
 * @param userId which one; null to create it
 * @param departmentIds only when it is created
 * @param customData values of the fields that the user pool has added, null in it to
 * empty one; null altogether for none
 * @param profile everything else by Authing's own names, likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserWrite(@Nullable String userId, @Nullable List<String> departmentIds,
		@JsonInclude(value = JsonInclude.Include.NON_NULL,
				content = JsonInclude.Include.ALWAYS) @Nullable Map<String, @Nullable Object> customData,
		@JsonAnyGetter @JsonInclude(content = JsonInclude.Include.ALWAYS) Map<String, @Nullable Object> profile) {

}
