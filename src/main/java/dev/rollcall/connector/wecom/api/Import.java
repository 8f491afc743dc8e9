package dev.rollcall.connector.wecom.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An import of an uploaded file.
 *
 * @param mediaId which file
 * @param invite whether WeCom invites those who are new
 */
public record Import(@JsonProperty("media_id") String mediaId, @JsonProperty("to_invite") boolean invite) {

	/**
	 * The import has been begun.
	 *
	 * @param job names it
	 */
	public record Begun(@Nullable Integer errcode, @Nullable String errmsg,
			@JsonProperty("jobid") @Nullable String job) implements Answer {

	}

}
