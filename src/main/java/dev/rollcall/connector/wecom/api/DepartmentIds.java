package dev.rollcall.connector.wecom.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Departments without their names.
 *
 * @param departments the departments
 */
public record DepartmentIds(@Nullable Integer errcode, @Nullable String errmsg,
		@JsonProperty("department_id") @Nullable List<Item> departments) implements Answer {

	/**
	 * A department.
	 *
	 * @param id its id
	 * @param parentid that of the department above, 0 for the top
	 * @param order its sort weight, larger first
	 */
	public record Item(long id, long parentid, @Nullable Long order) {

	}

}
