package dev.rollcall.sandbox.cam.wire;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The actions, with the parameters that they take.
 *
 * @see <a href="https://cloud.tencent.com/document/api/598/34581">Tencent Cloud CAM,
 * actions</a>
 */
public enum Action {

	ADD_USER("AddUser", "Name! Remark ConsoleLogin# UseApi# Password NeedResetPassword# PhoneNum CountryCode Email"),
	UPDATE_USER("UpdateUser", "Name! Remark ConsoleLogin# Password NeedResetPassword# PhoneNum CountryCode Email"),
	DELETE_USER("DeleteUser", "Name! Force#"), GET_USER("GetUser", "Name!"), LIST_USERS("ListUsers", ""),
	DESCRIBE_SUB_ACCOUNTS("DescribeSubAccounts", "FilterSubAccountUin!#[]"),
	LIST_WECOM_USERS("ListWeChatWorkSubAccounts", "Offset!# Limit!#"),
	LIST_ACCOUNTS("ListAccounts", "MaxItems# Marker UserType"), CREATE_GROUP("CreateGroup", "GroupName! Remark"),
	UPDATE_GROUP("UpdateGroup", "GroupId!# GroupName Remark"), DELETE_GROUP("DeleteGroup", "GroupId!#"),
	LIST_GROUPS("ListGroups", "Page# Rp# Keyword"), GET_GROUP("GetGroup", "GroupId!#"),
	ADD_TO_GROUP("AddUserToGroup", "Info![]"), REMOVE_FROM_GROUP("RemoveUserFromGroup", "Info![]"),
	LIST_GROUPS_OF_USER("ListGroupsForUser", "Uid# SubUin# Page# Rp#"),
	LIST_USERS_OF_GROUP("ListUsersForGroup", "GroupId!# Page# Rp#"), GET_APP_ID("GetUserAppId", "");

	private static final Map<String, Action> BY_WORD = Stream.of(values())
		.collect(Collectors.toMap(Action::word, Function.identity()));

	private static final Map<Action, Shape> SHAPES = Stream.of(values())
		.collect(Collectors.toMap(Function.identity(), (action) -> Shape.of(action.parameters)));

	private final String word;

	private final String parameters;

	Action(String word, String parameters) {
		this.word = word;
		this.parameters = parameters;
	}

	/** As it goes over the wire. */
	public String word() {
		return this.word;
	}

	/** Which parameters it takes. */
	public Shape shape() {
		return Objects.requireNonNull(SHAPES.get(this));
	}

	/** The action of that word, null when there is none. */
	public static @Nullable Action of(@Nullable String word) {
		return (word != null) ? BY_WORD.get(word) : null;
	}

}
