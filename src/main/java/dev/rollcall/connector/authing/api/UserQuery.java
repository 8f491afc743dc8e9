package dev.rollcall.connector.authing.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which users are wanted.
 *
 * @param advancedFilter conditions that all hold; null for everybody
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserQuery(@Nullable List<Condition> advancedFilter, Options options) {

	/**
	 * A condition.
	 *
	 * @param field such as {@code phone}, {@code department}, or the key of a custom
	 * field
	 * @param operator such as {@code EQUAL} or {@code IN}
	 */
	public record Condition(String field, String operator, Object value) {

	}

	/** What a condition on departments compares with. */
	public record Below(String organizationCode, String departmentId, String departmentIdType,
			boolean includeChildrenDepartments) {

	}

	/** Which page, in which order, and what of each user. */
	public record Options(Pagination pagination, List<Sort> sort, boolean withCustomData, boolean withDepartmentIds) {

	}

	/** A page, from 1, of at most 50. */
	public record Pagination(int page, int limit) {

	}

	/** By which field, {@code ASC} or {@code DESC}. */
	public record Sort(String field, String order) {

	}

}
