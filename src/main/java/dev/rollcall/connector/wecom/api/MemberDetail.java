package dev.rollcall.connector.wecom.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A member as far as the credential may see it: what is absent is not shown, which does
 * not mean that it is empty.
 *
 * @param departments the ids of its departments, as far as they are visible
 * @param orders its sort weights in them, in the same order
 * @param leads 0 or 1 for each of them
 * @param gender "1" male, "2" female, "0" not said, which is also what is shown to those
 * who may not see it
 * @param status 1 activated, 2 disabled, 4 not activated, 5 left
 * @param mainDepartment the id of its main department
 * @param custom the company's own fields
 * @see <a href="https://developer.work.weixin.qq.com/document/path/96255">WeCom, get
 * member</a>
 */
public record MemberDetail(@Nullable Integer errcode, @Nullable String errmsg, @Nullable String userid,
		@Nullable String name, @JsonProperty("department") @Nullable List<Long> departments,
		@JsonProperty("order") @Nullable List<Long> orders,
		@JsonProperty("is_leader_in_dept") @Nullable List<Integer> leads,
		@JsonProperty("direct_leader") @Nullable List<String> directLeaders,
		@JsonProperty("main_department") @Nullable Long mainDepartment, @Nullable String position,
		@Nullable String alias, @Nullable String gender, @Nullable String mobile, @Nullable String telephone,
		@Nullable String email, @JsonProperty("biz_mail") @Nullable String bizMail, @Nullable String address,
		@Nullable Integer status, @Nullable Integer enable,
		@JsonProperty("extattr") @Nullable CustomFields custom) implements Answer {

}
