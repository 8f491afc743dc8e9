package dev.rollcall.connector.authing.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Users to create, or to update, at most 50.
 *
 * @param options null for what Authing does by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserBatch(List<UserWrite> list, @Nullable Options options) {

	/**
	 * How they are created.
	 *
	 * @param keepPassword whether the password that stands in the user is kept as it is
	 * @param autoGeneratePassword whether Authing makes one up
	 * @param resetPasswordOnFirstLogin whether it has to be changed at once
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Options(@Nullable Boolean keepPassword, @Nullable Boolean autoGeneratePassword,
			@Nullable Boolean resetPasswordOnFirstLogin) {

	}

}
