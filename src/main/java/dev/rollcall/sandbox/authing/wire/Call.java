package dev.rollcall.sandbox.authing.wire;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The calls. Each name is the path in capitals; those that ask by parameters are
 * {@code GET}, those that ask by a body {@code POST}.
 */
public enum Call {

	GET_MANAGEMENT_TOKEN(false), LIST_ORGANIZATIONS(true), GET_ORGANIZATION(true), CREATE_ORGANIZATION(false),
	UPDATE_ORGANIZATION(false), DELETE_ORGANIZATION(false), GET_DEPARTMENT(true), GET_DEPARTMENT_BY_ID(true),
	GET_ALL_DEPARTMENTS(true), LIST_CHILDREN_DEPARTMENTS(true), SEARCH_DEPARTMENTS(false), CREATE_DEPARTMENT(false),
	UPDATE_DEPARTMENT(false), UPDATE_DEPARTMENT_STATUS(false), DELETE_DEPARTMENT(false), LIST_DEPARTMENT_MEMBERS(true),
	LIST_DEPARTMENT_MEMBER_IDS(true), IS_USER_IN_DEPARTMENT(true), ADD_DEPARTMENT_MEMBERS(false),
	REMOVE_DEPARTMENT_MEMBERS(false), LIST_USERS(false), LIST_USERS_FORMERLY(true), GET_USER(true),
	GET_USER_BATCH(true), CREATE_USER(false), CREATE_USERS_BATCH(false), UPDATE_USER(false), UPDATE_USER_BATCH(false),
	DELETE_USERS_BATCH(false), SET_USER_DEPARTMENTS(false), GET_USER_DEPARTMENTS(true), RESIGN_USER(false),
	RESIGN_USER_BATCH(false), GET_CUSTOM_FIELDS(true), LIST_CUSTOM_FIELDS(true), SET_CUSTOM_FIELDS(false),
	DELETE_CUSTOM_FIELDS(false), SET_CUSTOM_DATA(false), GET_CUSTOM_DATA(true);

	private static final String ROOT = "/api/v3/";

	private static final Map<String, Call> BY_PATH = Stream.of(values())
		.collect(Collectors.toMap((call) -> call.method() + " " + ROOT + call.word(), Function.identity()));

	private final boolean asked;

	Call(boolean asked) {
		this.asked = asked;
	}

	/** As Authing's pages name it. */
	public String word() {
		return (this == LIST_USERS_FORMERLY) ? LIST_USERS.word() : name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private String method() {
		return this.asked ? "GET" : "POST";
	}

	/** The call of a method and a path, null when there is none such. */
	public static @Nullable Call at(String method, String path) {
		return BY_PATH.get(method + " " + path);
	}

}
