package dev.rollcall.sandbox.cam;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.account.Habit;
import dev.rollcall.sandbox.cam.account.Quotas;
import dev.rollcall.sandbox.cam.account.RootAccount;
import dev.rollcall.sandbox.cam.signature.Gate;
import dev.rollcall.sandbox.cam.wire.Action;
import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What only the console can do, and how CAM behaves. */
final class Console {

	private final RootAccount account;

	private final Gate gate;

	private final Set<Action> denied = EnumSet.noneOf(Action.class);

	Console(RootAccount account, Gate gate) {
		this.account = account;
		this.gate = gate;
	}

	/**
	 * Imports members of WeCom: {@code userids}, or {@code users} with {@code userid} and
	 * perhaps {@code name} and {@code remark}.
	 */
	ObjectNode importFromWeCom(ObjectNode wanted) {
		ObjectNode shown = Json.object();
		ArrayNode imported = shown.putArray("imported");
		ArrayNode refused = shown.putArray("refused");
		Settlement settlement = new Settlement(this.account);
		for (JsonNode userid : wanted.path("userids")) {
			put(settlement, Json.object().put("userid", userid.asString("")), imported, refused);
		}
		for (JsonNode user : wanted.path("users")) {
			put(settlement, user, imported, refused);
		}
		return shown;
	}

	/**
	 * Checks that the key has the power to do something; it has unless somebody has taken
	 * it away.
	 * @throws Refused when it has not
	 */
	void check(Action action) {
		if (this.denied.contains(action)) {
			throw Refused.because(Code.UNAUTHORIZED);
		}
	}

	/**
	 * Changes {@code habits}, {@code quotas}, {@code clockAhead}, and which actions the
	 * key has no power for: {@code denied}.
	 */
	ObjectNode behave(ObjectNode wanted) {
		if (wanted.path("denied").isArray()) {
			deny(wanted.path("denied"));
		}
		if (wanted.path("habits").isArray()) {
			this.account.behave(habits(wanted.path("habits")));
		}
		this.account.limit(limited(wanted.path("quotas"), this.account.quotas()));
		this.gate.ahead(wanted.path("clockAhead").asLong(this.gate.ahead()));
		ObjectNode shown = Json.object().put("clockAhead", this.gate.ahead());
		ArrayNode without = shown.putArray("denied");
		this.denied.forEach((action) -> without.add(action.word()));
		ArrayNode habits = shown.putArray("habits");
		this.account.habits().forEach((habit) -> habits.add(habit.word()));
		shown.set("quotas", shown(this.account.quotas()));
		return shown;
	}

	private static void put(Settlement settlement, JsonNode user, ArrayNode imported, ArrayNode refused) {
		String userid = user.path("userid").asString("");
		String name = user.path("name").asString(userid);
		Map<String, String> known = new LinkedHashMap<>();
		known.put(FieldNames.NAME, user.path("remark").asString(""));
		(settlement.weComUser(userid, name, known) ? imported : refused).add(userid);
	}

	private void deny(JsonNode words) {
		this.denied.clear();
		for (JsonNode word : words) {
			Action action = Action.of(word.asString(""));
			if (action != null) {
				this.denied.add(action);
			}
		}
	}

	private static Set<Habit> habits(JsonNode words) {
		Set<Habit> habits = EnumSet.noneOf(Habit.class);
		for (JsonNode word : words) {
			Habit habit = Habit.of(word.asString(""));
			if (habit != null) {
				habits.add(habit);
			}
		}
		return habits;
	}

	private static Quotas limited(JsonNode wanted, Quotas now) {
		return new Quotas(wanted.path("subUsers").asInt(now.subUsers()), wanted.path("groups").asInt(now.groups()),
				wanted.path("groupUsers").asInt(now.groupUsers()), wanted.path("userGroups").asInt(now.userGroups()),
				wanted.path("creations").asInt(now.creations()), wanted.path("largest").asInt(now.largest()));
	}

	private static ObjectNode shown(Quotas quotas) {
		return Json.object()
			.put("subUsers", quotas.subUsers())
			.put("groups", quotas.groups())
			.put("groupUsers", quotas.groupUsers())
			.put("userGroups", quotas.userGroups())
			.put("creations", quotas.creations())
			.put("largest", quotas.largest());
	}

}
