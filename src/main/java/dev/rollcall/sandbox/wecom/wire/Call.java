package dev.rollcall.sandbox.wecom.wire;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The calls, who may make them, and the lists that even an answer of refusal carries.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90193">WeCom, address
 * book</a>
 */
public enum Call {

	GETTOKEN("gettoken", Power.NONE),

	DEPARTMENT_CREATE("department/create", Power.WRITE),

	DEPARTMENT_UPDATE("department/update", Power.WRITE),

	DEPARTMENT_DELETE("department/delete", Power.WRITE),

	DEPARTMENT_LIST("department/list", Power.READ, "department"),

	DEPARTMENT_SIMPLELIST("department/simplelist", Power.ANY, "department_id"),

	DEPARTMENT_GET("department/get", Power.READ),

	USER_CREATE("user/create", Power.WRITE),

	USER_UPDATE("user/update", Power.WRITE),

	USER_DELETE("user/delete", Power.WRITE),

	USER_BATCHDELETE("user/batchdelete", Power.WRITE),

	USER_GET("user/get", Power.READ, "department", "order", "is_leader_in_dept", "direct_leader"),

	USER_SIMPLELIST("user/simplelist", Power.READ, "userlist"),

	USER_LIST("user/list", Power.READ, "userlist"),

	USER_LIST_ID("user/list_id", Power.IDS, "dept_user"),

	USER_GETUSERID("user/getuserid", Power.ANY),

	USER_GET_USERID_BY_EMAIL("user/get_userid_by_email", Power.ANY),

	BATCH_INVITE("batch/invite", Power.ANY, "invaliduser", "invalidparty", "invalidtag"),

	MEDIA_UPLOAD("media/upload", Power.ANY),

	BATCH_SYNCUSER("batch/syncuser", Power.WRITE),

	BATCH_REPLACEUSER("batch/replaceuser", Power.WRITE),

	BATCH_REPLACEPARTY("batch/replaceparty", Power.WRITE),

	BATCH_GETRESULT("batch/getresult", Power.WRITE, "result"),

	WEBHOOK_SEND("webhook/send", Power.NONE);

	/** What a caller must be for a call. */
	public enum Power {

		/** Nobody: no token is needed. */
		NONE,

		/** Either secret will do. */
		ANY,

		/** The contact-sync assistant: ids stay open to it from new addresses, too. */
		IDS,

		/** The contact-sync assistant. */
		WRITE,

		/** A self-built app; the contact-sync assistant from its old addresses only. */
		READ

	}

	private static final String ROOT = "/cgi-bin/";

	private static final Map<String, Call> BY_PATH = Stream.of(values())
		.collect(Collectors.toMap((call) -> ROOT + call.word, Function.identity()));

	private final String word;

	private final Power power;

	private final String lists;

	Call(String word, Power power, String... lists) {
		this.word = word;
		this.power = power;
		this.lists = String.join(" ", lists);
	}

	/** As WeCom's pages name it. */
	public String word() {
		return this.word;
	}

	public Power power() {
		return this.power;
	}

	/** Fields that are empty lists when there is nothing to be put into them. */
	public List<String> lists() {
		return this.lists.isEmpty() ? List.of() : List.of(this.lists.split(" "));
	}

	/** Calls that take their values from a body. */
	public boolean isPosted() {
		return switch (this) {
			case DEPARTMENT_CREATE, DEPARTMENT_UPDATE, USER_CREATE, USER_UPDATE, USER_BATCHDELETE, USER_LIST_ID,
					USER_GETUSERID, USER_GET_USERID_BY_EMAIL, BATCH_INVITE, MEDIA_UPLOAD, BATCH_SYNCUSER,
					BATCH_REPLACEUSER, BATCH_REPLACEPARTY, WEBHOOK_SEND ->
				true;
			case GETTOKEN, DEPARTMENT_DELETE, DEPARTMENT_LIST, DEPARTMENT_SIMPLELIST, DEPARTMENT_GET, USER_DELETE,
					USER_GET, USER_SIMPLELIST, USER_LIST, BATCH_GETRESULT ->
				false;
		};
	}

	public static @Nullable Call at(String path) {
		return BY_PATH.get(path);
	}

}
