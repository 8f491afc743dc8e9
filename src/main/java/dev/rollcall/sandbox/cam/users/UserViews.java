package dev.rollcall.sandbox.cam.users;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.account.SubUser;
import tools.jackson.databind.node.ObjectNode;

/** How a sub-user looks in answers. */
final class UserViews {

	private static final int OF_WECOM = 3;

	private static final int PLAIN = 2;

	private UserViews() {
	}

	/** What all answers show. */
	static ObjectNode plain(SubUser user) {
		return Json.object()
			.put("Uin", user.uin())
			.put("Name", user.name())
			.put("Uid", user.uid())
			.put("Remark", user.text("Remark"))
			.put("ConsoleLogin", user.profile().path("ConsoleLogin").asInt(0))
			.put("PhoneNum", user.text("PhoneNum"))
			.put("CountryCode", user.text("CountryCode"))
			.put("Email", user.text("Email"));
	}

	static ObjectNode listed(SubUser user) {
		return plain(user).put("CreateTime", user.created()).put("NickName", "");
	}

	static ObjectNode ofWeCom(SubUser user) {
		return plain(user).put("WeChatWorkUserId", user.weComUserId()).put("CreateTime", user.created());
	}

	/** With what kind of account it is. */
	static ObjectNode described(SubUser user) {
		return Json.object()
			.put("Uin", user.uin())
			.put("Name", user.name())
			.put("Uid", user.uid())
			.put("Remark", user.text("Remark"))
			.put("CreateTime", user.created())
			.put("UserType", user.isOfWeCom() ? OF_WECOM : PLAIN)
			.put("LastLoginIp", "")
			.put("LastLoginTime", "");
	}

	/** With the word that the newer list has for its kind. */
	static ObjectNode account(SubUser user) {
		return plain(user).put("CreateTime", user.created()).put("UserType", kind(user));
	}

	static String kind(SubUser user) {
		return user.isOfWeCom() ? "WechatCorpUser" : "SubUser";
	}

}
