package dev.rollcall.connector.tencentcam.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What every answer within {@link Wrapped} begins with. CAM answers a refusal with HTTP
 * 200, too.
 */
public interface Answer {

	/** Why the call was refused; null when it has succeeded. */
	@Nullable Failure error();

	/** What Tencent Cloud's support asks for. */
	@Nullable String requestId();

	/**
	 * A refusal.
	 *
	 * @param code such as {@code InvalidParameter.SubUserNameInUse}
	 * @param message words that are not meant to be understood by programs
	 */
	@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
	record Failure(@Nullable String code, @Nullable String message) {

	}

}
