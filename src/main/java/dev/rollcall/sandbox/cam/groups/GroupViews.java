package dev.rollcall.sandbox.cam.groups;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.account.Group;
import dev.rollcall.sandbox.cam.account.SubUser;
import tools.jackson.databind.node.ObjectNode;

/** How a group and those who are in it look in answers. */
final class GroupViews {

	private GroupViews() {
	}

	static ObjectNode group(Group group) {
		return Json.object()
			.put("GroupId", group.id())
			.put("GroupName", group.name())
			.put("CreateTime", group.created())
			.put("Remark", group.remark());
	}

	/** Of a sub-user in a group the kinds are numbered otherwise than elsewhere. */
	static ObjectNode user(SubUser user) {
		return Json.object()
			.put("Uid", user.uid())
			.put("Uin", user.uin())
			.put("Name", user.name())
			.put("PhoneNum", user.text("PhoneNum"))
			.put("CountryCode", user.text("CountryCode"))
			.put("PhoneFlag", 0)
			.put("Email", user.text("Email"))
			.put("EmailFlag", 0)
			.put("UserType", 1)
			.put("CreateTime", user.created())
			.put("IsReceiverOwner", 0)
			.put("Remark", user.text("Remark"));
	}

}
