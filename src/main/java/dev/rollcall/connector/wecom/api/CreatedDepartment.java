package dev.rollcall.connector.wecom.api;

import org.jspecify.annotations.Nullable;

/**
 * A department has been created.
 *
 * @param id the id that it has been given
 */
public record CreatedDepartment(@Nullable Integer errcode, @Nullable String errmsg,
		@Nullable Long id) implements Answer {

}
