package dev.rollcall.connector.wecom.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A file has been uploaded.
 *
 * @param mediaId names it for three days
 */
public record Uploaded(@Nullable Integer errcode, @Nullable String errmsg,
		@JsonProperty("media_id") @Nullable String mediaId) implements Answer {

}
