package dev.rollcall.connector.authing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A field that the user pool has added to those of Authing.
 *
 * @param targetType {@code USER} or {@code DEPARTMENT}
 * @param dataType such as {@code STRING}; never changes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomField(String targetType, String key, @Nullable String dataType, @Nullable String label,
		@Nullable String description, @Nullable Boolean isUnique, @Nullable Boolean userEditable,
		@Nullable Boolean visibleInAdminConsole, @Nullable Boolean visibleInUserCenter) {

}
