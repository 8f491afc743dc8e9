package dev.rollcall.sandbox.authing;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.fields.FieldDefinitions;
import dev.rollcall.sandbox.authing.pool.CustomFields;
import dev.rollcall.sandbox.authing.pool.Node;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Question;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The custom fields by which people in Authing and in WeCom are known to be the same.
 *
 * @param there whether a pool has them at first
 */
record Links(boolean there) {

	private static final String USER_ID = "wechatwork_user_id";

	private static final String DEPARTMENT_IDS = "wechatwork_department_ids";

	private static final String DEPARTMENT_ID = "wechatwork_department_id";

	private static final String PARENT_ID = "wechatwork_parent_department_id";

	/** Defines them, if the pool is to have them. */
	void define(UserPool pool) {
		if (this.there) {
			ObjectNode asked = Json.object();
			ArrayNode list = asked.putArray("list");
			add(list, CustomFields.USER, USER_ID, true);
			add(list, CustomFields.USER, DEPARTMENT_IDS, false);
			add(list, CustomFields.DEPARTMENT, DEPARTMENT_ID, true);
			add(list, CustomFields.DEPARTMENT, PARENT_ID, false);
			new FieldDefinitions(pool).set(Question.of(asked));
		}
	}

	ObjectNode ofUser(@Nullable String userid, String departments) {
		ObjectNode custom = Json.object();
		if (this.there && userid != null) {
			custom.put(USER_ID, userid).put(DEPARTMENT_IDS, departments);
		}
		return custom;
	}

	ObjectNode ofDepartment(@Nullable String id, String parent) {
		ObjectNode custom = Json.object();
		if (this.there && id != null) {
			custom.put(DEPARTMENT_ID, id);
			if (!parent.isEmpty()) {
				custom.put(PARENT_ID, parent);
			}
		}
		return custom;
	}

	/** WeCom's id of a department, empty when it is not known. */
	String idOf(Node node) {
		return node.custom().path(DEPARTMENT_ID).asString("");
	}

	private static void add(ArrayNode list, String target, String key, boolean unique) {
		list.addObject()
			.put("targetType", target)
			.put("key", key)
			.put("dataType", "STRING")
			.put("label", key)
			.put("isUnique", unique);
	}

}
