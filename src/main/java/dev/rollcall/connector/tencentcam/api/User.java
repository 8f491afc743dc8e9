package dev.rollcall.connector.tencentcam.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A sub-user.
 *
 * @param uin its account's number, which never changes
 * @param uid its number within CAM, which groups want
 * @param name its only key in most calls
 * @param consoleLogin 1 when it may log in to the console
 * @param weChatWorkUserId the userid of a member of WeCom whom the console has imported;
 * only shown where those are listed
 * @param createTime {@code yyyy-MM-dd HH:mm:ss} without a zone
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record User(@Nullable Long uin, @Nullable Long uid, @Nullable String name, @Nullable String remark,
		@Nullable Integer consoleLogin, @Nullable String phoneNum, @Nullable String countryCode, @Nullable String email,
		@Nullable String nickName, @Nullable String weChatWorkUserId, @Nullable String createTime) {

}
