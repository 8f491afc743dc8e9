package dev.rollcall.connector.wecom.client;

/** The calls that WeCom counts, each by itself. */
public enum CallKind {

	DEPARTMENT_SIMPLELIST("department/simplelist"),

	DEPARTMENT_LIST("department/list"),

	DEPARTMENT_CREATE("department/create"),

	DEPARTMENT_UPDATE("department/update"),

	DEPARTMENT_DELETE("department/delete"),

	USER_LIST_ID("user/list_id"),

	USER_SIMPLELIST("user/simplelist"),

	USER_LIST("user/list"),

	USER_GET("user/get"),

	USER_CREATE("user/create"),

	USER_UPDATE("user/update"),

	USER_DELETE("user/delete"),

	USER_BATCHDELETE("user/batchdelete"),

	MEDIA_UPLOAD("media/upload"),

	BATCH_SYNCUSER("batch/syncuser"),

	BATCH_GETRESULT("batch/getresult"),

	GETTOKEN("gettoken");

	private final String path;

	CallKind(String path) {
		this.path = path;
	}

	/** As WeCom's pages name it. */
	public String path() {
		return this.path;
	}

}
