package dev.rollcall.connector.wecom.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The members of one department, without those of the departments below it.
 *
 * @param members of {@code user/simplelist} only userid, name and departments are known
 */
public record MemberList(@Nullable Integer errcode, @Nullable String errmsg,
		@JsonProperty("userlist") @Nullable List<MemberDetail> members) implements Answer {

}
