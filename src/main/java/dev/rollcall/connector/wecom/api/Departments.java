package dev.rollcall.connector.wecom.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Departments with their names.
 *
 * @param departments the departments
 */
public record Departments(@Nullable Integer errcode, @Nullable String errmsg,
		@JsonProperty("department") @Nullable List<Item> departments) implements Answer {

	/**
	 * A department.
	 *
	 * @param nameEn its English name
	 * @param leaders the userids of those who lead it
	 * @param order its sort weight, larger first
	 */
	public record Item(long id, @Nullable String name, @JsonProperty("name_en") @Nullable String nameEn,
			@JsonProperty("department_leader") @Nullable List<String> leaders, long parentid, @Nullable Long order) {

	}

}
