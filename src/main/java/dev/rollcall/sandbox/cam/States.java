package dev.rollcall.sandbox.cam;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.account.Group;
import dev.rollcall.sandbox.cam.account.RootAccount;
import dev.rollcall.sandbox.cam.account.SubUser;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole account without what CAM makes up itself, ids and times: two accounts that
 * hold the same look the same, however they came to it.
 */
final class States {

	private static final List<String> TEXTS = List.of("Remark", "PhoneNum", "CountryCode", "Email");

	private final RootAccount account;

	States(RootAccount account) {
		this.account = account;
	}

	ObjectNode all() {
		ObjectNode state = Json.object();
		ArrayNode users = state.putArray("users");
		this.account.users()
			.all()
			.stream()
			.sorted(Comparator.comparing(SubUser::name))
			.forEach((user) -> users.add(user(user)));
		ArrayNode groups = state.putArray("groups");
		this.account.groups()
			.all()
			.stream()
			.sorted(Comparator.comparing(Group::name))
			.forEach((group) -> groups.add(group(group)));
		return state;
	}

	private ObjectNode user(SubUser user) {
		ObjectNode view = Json.object().put("Name", user.name()).put("WeChatWorkUserId", user.weComUserId());
		TEXTS.forEach((field) -> view.put(field, user.text(field)));
		view.put("ConsoleLogin", user.profile().path("ConsoleLogin").asInt(0));
		view.put("password", user.password().name().toLowerCase(Locale.ROOT)).put("keys", user.keys());
		ArrayNode groups = view.putArray("groups");
		this.account.groups()
			.groupsOf(user.uid())
			.stream()
			.map((id) -> Objects.requireNonNull(this.account.groups().byId(id)).name())
			.sorted()
			.forEach(groups::add);
		return view;
	}

	private ObjectNode group(Group group) {
		ObjectNode view = Json.object().put("GroupName", group.name()).put("Remark", group.remark());
		ArrayNode users = view.putArray("users");
		this.account.groups()
			.usersOf(group.id())
			.stream()
			.map((uid) -> Objects.requireNonNull(this.account.users().byUid(uid)).name())
			.sorted()
			.forEach(users::add);
		return view;
	}

}
