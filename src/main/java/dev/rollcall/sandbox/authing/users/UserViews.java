package dev.rollcall.sandbox.authing.users;

import java.util.List;
import java.util.Map;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.wire.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Users as Authing shows them. */
final class UserViews {

	/** What is shown of everybody, be it that there is nothing in it. */
	private static final List<String> ALWAYS = List.of("externalId", "email", "phone", "phoneCountryCode", "username",
			"name", "nickname", "photo", "birthdate", "country", "province", "city", "address", "streetAddress",
			"postalCode", "company");

	/** An answer that shows everything. */
	static final Question EVERYTHING = Question
		.of(Json.object().put("withCustomData", true).put("withDepartmentIds", true));

	private UserViews() {
	}

	/**
	 * A user.
	 * @param wanted what is to be shown beside the profile
	 */
	static ObjectNode user(Account account, Question wanted) {
		ObjectNode view = Json.object()
			.put("userId", account.id())
			.put("createdAt", account.created())
			.put("updatedAt", account.updated())
			.put("status", account.status())
			.put("workStatus", account.status().equals(Account.RESIGNED) ? "Closed" : "Active");
		ALWAYS.forEach(view::putNull);
		view.put("gender", "U").put("loginsCount", 0).put("emailVerified", false).put("phoneVerified", false);
		for (Map.Entry<String, JsonNode> field : account.profile().properties()) {
			view.set(field.getKey(), field.getValue());
		}
		view.put("mainDepartmentId", account.main());
		if (wanted.flag("withDepartmentIds")) {
			ArrayNode ids = view.putArray("departmentIds");
			account.posts().forEach((post) -> ids.add(post.department()));
		}
		if (wanted.flag("withIdentities")) {
			view.putArray("identities");
		}
		custom(account, wanted, view);
		return view;
	}

	private static void custom(Account account, Question wanted, ObjectNode view) {
		if (wanted.flag("flatCustomData")) {
			for (Map.Entry<String, JsonNode> field : account.custom().properties()) {
				view.set(field.getKey(), field.getValue());
			}
		}
		else if (wanted.flag("withCustomData")) {
			view.set("customData", account.custom());
		}
	}

}
