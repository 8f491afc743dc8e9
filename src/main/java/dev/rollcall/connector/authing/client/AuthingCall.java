package dev.rollcall.connector.authing.client;

import dev.rollcall.connector.remote.Effect;
import dev.rollcall.connector.remote.Endpoint;

/** The calls of Authing's management API that are used, each with a rate of its own. */
public enum AuthingCall implements Endpoint {

	TOKEN("get-management-token", Effect.READS),

	ORGANIZATION("get-organization", Effect.READS),

	DEPARTMENTS("get-all-departments", Effect.READS),

	DEPARTMENT("get-department", Effect.READS),

	CREATE_DEPARTMENT("create-department", Effect.ADDS),

	UPDATE_DEPARTMENT("update-department", Effect.SETS),

	DELETE_DEPARTMENT("delete-department", Effect.DELETES),

	LIST_USERS("list-users", Effect.READS),

	USERS_BY_IDS("get-user-batch", Effect.READS),

	CREATE_USERS("create-users-batch", Effect.ADDS),

	UPDATE_USERS("update-user-batch", Effect.SETS),

	DELETE_USERS("delete-users-batch", Effect.DELETES),

	SET_MEMBERSHIPS("set-user-departments", Effect.SETS),

	USER_MEMBERSHIPS("get-user-departments", Effect.READS),

	REMOVE_MEMBERS("remove-department-members", Effect.SETS),

	CUSTOM_FIELDS("get-custom-fields", Effect.READS),

	DEFINE_CUSTOM_FIELDS("set-custom-fields", Effect.SETS);

	private final String path;

	private final Effect effect;

	AuthingCall(String path, Effect effect) {
		this.path = path;
		this.effect = effect;
	}

	@Override
	public String path() {
		return this.path;
	}

	@Override
	public Effect effect() {
		return this.effect;
	}

}
