package dev.rollcall.connector.wecom.client;

import dev.rollcall.connector.remote.Effect;
import dev.rollcall.connector.remote.Endpoint;

/** The calls that WeCom counts, each by itself. */
public enum CallKind implements Endpoint {

	DEPARTMENT_SIMPLELIST("department/simplelist", Effect.READS),

	DEPARTMENT_LIST("department/list", Effect.READS),

	DEPARTMENT_CREATE("department/create", Effect.ADDS),

	DEPARTMENT_UPDATE("department/update", Effect.SETS),

	DEPARTMENT_DELETE("department/delete", Effect.DELETES),

	USER_LIST_ID("user/list_id", Effect.READS),

	USER_SIMPLELIST("user/simplelist", Effect.READS),

	USER_LIST("user/list", Effect.READS),

	USER_GET("user/get", Effect.READS),

	USER_CREATE("user/create", Effect.ADDS),

	USER_UPDATE("user/update", Effect.SETS),

	USER_DELETE("user/delete", Effect.DELETES),

	/** All or none, so that a second try of what has been done fails as a whole. */
	USER_BATCHDELETE("user/batchdelete", Effect.SETS),

	MEDIA_UPLOAD("media/upload", Effect.ADDS),

	BATCH_SYNCUSER("batch/syncuser", Effect.ADDS),

	BATCH_GETRESULT("batch/getresult", Effect.READS),

	GETTOKEN("gettoken", Effect.READS);

	private final String path;

	private final Effect effect;

	CallKind(String path, Effect effect) {
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
