package dev.rollcall.connector.wecom.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of userids.
 *
 * @param nextCursor where the next page begins; empty or absent behind the last
 * @param rows a row for each department of each member
 */
public record MemberIds(@Nullable Integer errcode, @Nullable String errmsg,
		@JsonProperty("next_cursor") @Nullable String nextCursor,
		@JsonProperty("dept_user") @Nullable List<Row> rows) implements Answer {

	/**
	 * A member's belonging to a department.
	 *
	 * @param userid the member
	 * @param department the department's id
	 */
	public record Row(String userid, long department) {

	}

	/**
	 * Which page is wanted.
	 *
	 * @param cursor the former page's {@link MemberIds#nextCursor()}; null for the first
	 * @param limit how many rows at most, 1 to 10000
	 */
	public record Wanted(@Nullable String cursor, int limit) {

	}

}
