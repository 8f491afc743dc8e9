package dev.rollcall.connector.authing.api;

import org.jspecify.annotations.Nullable;

/**
 * An organisation: a tree of departments.
 *
 * @param departmentId of its root node
 * @param membersCount directly in the root node
 */
public record Organization(@Nullable String organizationCode, @Nullable String organizationName,
		@Nullable String departmentId, @Nullable Long membersCount, @Nullable Boolean hasChildren) {

}
