package dev.rollcall.connector.tencentcam.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What kinds of accounts some are. */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record SubAccounts(@Nullable List<SubAccount> subAccounts, @Nullable Failure error,
		@Nullable String requestId) implements Answer {

	/**
	 * An account.
	 *
	 * @param uid its number within CAM
	 * @param userType 2 a sub-user, 3 a sub-user of WeCom, 4 a collaborator, 5 a receiver
	 * of messages
	 */
	@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
	public record SubAccount(@Nullable Long uin, @Nullable Long uid, @Nullable String name,
			@Nullable Integer userType) {

	}

}
