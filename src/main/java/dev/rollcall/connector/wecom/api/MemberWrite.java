package dev.rollcall.connector.wecom.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A member as it is to be. What is null stays as it is; an empty text empties.
 *
 * @param userid which one
 * @param newUserid the account that it is to have instead; possible only once, and only
 * when WeCom itself had made up the first one
 * @param departments at most 100 ids
 * @param orders as many as departments
 * @param leads 0 or 1, as many as departments
 * @param mainDepartment one of the departments
 * @param gender "1" male, "2" female
 * @param enable 1 or 0
 * @param invite whether WeCom sends an invitation, which it does unless it is told not to
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90331">WeCom, create
 * member</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberWrite(String userid, @JsonProperty("new_userid") @Nullable String newUserid, @Nullable String name,
		@Nullable String alias, @Nullable String mobile, @JsonProperty("department") @Nullable List<Long> departments,
		@JsonProperty("order") @Nullable List<Long> orders, @Nullable String position, @Nullable String gender,
		@Nullable String email, @JsonProperty("biz_mail") @Nullable String bizMail,
		@JsonProperty("is_leader_in_dept") @Nullable List<Integer> leads, @Nullable Integer enable,
		@Nullable String telephone, @Nullable String address,
		@JsonProperty("main_department") @Nullable Long mainDepartment,
		@JsonProperty("extattr") @Nullable CustomFields custom, @JsonProperty("to_invite") @Nullable Boolean invite) {

}
