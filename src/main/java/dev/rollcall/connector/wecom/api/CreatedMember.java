package dev.rollcall.connector.wecom.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A member has been created or updated.
 *
 * @param made departments that WeCom has made up because the ones it was told do not
 * exist; none of them should have been
 */
public record CreatedMember(@Nullable Integer errcode, @Nullable String errmsg,
		@JsonProperty("created_department_list") @Nullable Made made) implements Answer {

	public record Made(@JsonProperty("department_info") @Nullable List<Departments.Item> departments) {

	}

}
