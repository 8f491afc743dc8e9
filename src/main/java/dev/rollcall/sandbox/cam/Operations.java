package dev.rollcall.sandbox.cam;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.account.RootAccount;
import dev.rollcall.sandbox.cam.groups.GroupReads;
import dev.rollcall.sandbox.cam.groups.GroupWrites;
import dev.rollcall.sandbox.cam.groups.Membership;
import dev.rollcall.sandbox.cam.users.UserReads;
import dev.rollcall.sandbox.cam.users.UserWrites;
import dev.rollcall.sandbox.cam.wire.Action;
import dev.rollcall.sandbox.cam.wire.Question;
import tools.jackson.databind.node.ObjectNode;

/** Which action is answered by what. */
final class Operations {

	private static final int APP = 1_250_000_001;

	private Operations() {
	}

	static Map<Action, Function<Question, ObjectNode>> of(RootAccount account) {
		Map<Action, Function<Question, ObjectNode>> operations = new EnumMap<>(Action.class);
		users(operations, new UserReads(account), new UserWrites(account));
		groups(operations, new GroupReads(account), new GroupWrites(account), new Membership(account));
		operations.put(Action.GET_APP_ID, Operations::app);
		return operations;
	}

	private static void users(Map<Action, Function<Question, ObjectNode>> operations, UserReads reads,
			UserWrites writes) {
		operations.put(Action.ADD_USER, writes::add);
		operations.put(Action.UPDATE_USER, writes::update);
		operations.put(Action.DELETE_USER, writes::delete);
		operations.put(Action.GET_USER, reads::one);
		operations.put(Action.LIST_USERS, reads::all);
		operations.put(Action.DESCRIBE_SUB_ACCOUNTS, reads::described);
		operations.put(Action.LIST_WECOM_USERS, reads::ofWeCom);
		operations.put(Action.LIST_ACCOUNTS, reads::accounts);
	}

	private static void groups(Map<Action, Function<Question, ObjectNode>> operations, GroupReads reads,
			GroupWrites writes, Membership membership) {
		operations.put(Action.CREATE_GROUP, writes::create);
		operations.put(Action.UPDATE_GROUP, writes::update);
		operations.put(Action.DELETE_GROUP, writes::delete);
		operations.put(Action.LIST_GROUPS, reads::all);
		operations.put(Action.GET_GROUP, reads::one);
		operations.put(Action.ADD_TO_GROUP, membership::add);
		operations.put(Action.REMOVE_FROM_GROUP, membership::remove);
		operations.put(Action.LIST_GROUPS_OF_USER, reads::ofUser);
		operations.put(Action.LIST_USERS_OF_GROUP, reads::users);
	}

	private static ObjectNode app(Question question) {
		String uin = String.valueOf(RootAccount.UIN);
		return Json.object().put("Uin", uin).put("OwnerUin", uin).put("AppId", APP);
	}

}
