package dev.rollcall.connector.wecom.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far an import has come.
 *
 * @param status 1 begun, 2 going on, 3 over
 * @param percentage how much of it
 * @param result what became of each row, once it is over
 */
public record ImportResult(@Nullable Integer errcode, @Nullable String errmsg, @Nullable Integer status,
		@Nullable Integer total, @Nullable Integer percentage, @Nullable List<Row> result) implements Answer {

	/** Over. */
	public static final int DONE = 3;

	/**
	 * A row.
	 *
	 * @param userid whose
	 * @param errcode 0 when it has been taken over
	 */
	public record Row(@Nullable String userid, int errcode, @Nullable String errmsg) {

	}

}
