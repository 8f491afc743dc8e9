package dev.rollcall.connector.tencentcam.client;

import dev.rollcall.connector.remote.Effect;
import dev.rollcall.connector.remote.Endpoint;

/** The actions of CAM that are used, each with a rate of its own. */
public enum CamCall implements Endpoint {

	ADD_USER("AddUser", Effect.ADDS),

	UPDATE_USER("UpdateUser", Effect.SETS),

	DELETE_USER("DeleteUser", Effect.DELETES),

	GET_USER("GetUser", Effect.READS),

	LIST_USERS("ListUsers", Effect.READS),

	DESCRIBE_SUB_ACCOUNTS("DescribeSubAccounts", Effect.READS),

	LIST_WECOM_USERS("ListWeChatWorkSubAccounts", Effect.READS),

	LIST_GROUPS("ListGroups", Effect.READS),

	LIST_USER_GROUPS("ListGroupsForUser", Effect.READS),

	LIST_GROUP_USERS("ListUsersForGroup", Effect.READS),

	CREATE_GROUP("CreateGroup", Effect.ADDS),

	ADD_TO_GROUP("AddUserToGroup", Effect.SETS),

	REMOVE_FROM_GROUP("RemoveUserFromGroup", Effect.SETS),

	GET_APP_ID("GetUserAppId", Effect.READS);

	private final String action;

	private final Effect effect;

	CamCall(String action, Effect effect) {
		this.action = action;
		this.effect = effect;
	}

	@Override
	public String path() {
		return this.action;
	}

	@Override
	public Effect effect() {
		return this.effect;
	}

}
