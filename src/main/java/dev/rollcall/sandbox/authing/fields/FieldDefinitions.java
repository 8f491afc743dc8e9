package dev.rollcall.sandbox.authing.fields;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.CustomField;
import dev.rollcall.sandbox.authing.pool.CustomFields;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Question;
import dev.rollcall.sandbox.authing.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows, defines and gives up custom fields. */
public final class FieldDefinitions {

	private static final Set<String> TARGETS = Set.of(CustomFields.USER, CustomFields.DEPARTMENT, "ROLE");

	private static final Set<String> TYPES = Set.of("STRING", "NUMBER", "DATETIME", "BOOLEAN", "ENUM");

	private static final Set<String> UNIQUE_TYPES = Set.of("STRING", "NUMBER");

	private static final List<String> FLAGS = List.of("userEditable", "visibleInAdminConsole", "visibleInUserCenter");

	private final UserPool pool;

	public FieldDefinitions(UserPool pool) {
		this.pool = pool;
	}

	public JsonNode all(Question question) {
		ArrayNode list = Json.object().putArray("list");
		this.pool.fields().of(target(question)).forEach((field) -> list.add(field.view()));
		return list;
	}

	public JsonNode page(Question question) {
		return question.page(this.pool.deepest()).of(this.pool.fields().of(target(question)), CustomField::view);
	}

	/** Defines fields, and changes what can be changed of those that there are. */
	public JsonNode set(Question question) {
		List<CustomField> fields = question.parts("list").stream().map(this::defined).toList();
		ArrayNode list = Json.object().putArray("list");
		fields.forEach((field) -> {
			this.pool.fields().put(field);
			list.add(field.view());
		});
		return list;
	}

	/** What stood in them is gone. */
	public JsonNode delete(Question question) {
		for (Question each : question.parts("list")) {
			if (!this.pool.fields().remove(target(each), each.required("key"))) {
				throw Refused.notFound("自定义字段 " + each.required("key") + " ");
			}
		}
		return Json.object().put("success", true);
	}

	private CustomField defined(Question asked) {
		String target = target(asked);
		String key = asked.required("key");
		CustomField old = this.pool.fields().get(target, key);
		String type = asked.text("dataType", (old != null) ? old.type() : "");
		if (!TYPES.contains(type)) {
			throw Refused.invalid("dataType 不合法：" + type);
		}
		checkFixed(old, type, asked);
		boolean unique = asked.has("isUnique") ? asked.flag("isUnique") : old != null && old.unique();
		if (unique && !UNIQUE_TYPES.contains(type)) {
			throw Refused.invalid("isUnique 仅支持 STRING 与 NUMBER");
		}
		return new CustomField(target, key, type, unique, view(old, asked, type, unique));
	}

	private static void checkFixed(@Nullable CustomField old, String type, Question asked) {
		boolean encrypted = old != null && old.view().path("encrypted").asBoolean();
		if (old != null
				&& (!old.type().equals(type) || (asked.has("encrypted") && asked.flag("encrypted") != encrypted))) {
			throw Refused.impossible("dataType、encrypted 创建后不可修改");
		}
	}

	private ObjectNode view(@Nullable CustomField old, Question asked, String type, boolean unique) {
		ObjectNode view = (old != null) ? old.view().deepCopy()
				: Json.object().put("targetType", target(asked)).put("createdAt", this.pool.now());
		view.put("dataType", type).put("key", asked.required("key"));
		view.put("label", Objects.requireNonNullElse(asked.text("label"), view.path("label").asString("")));
		view.put("description", asked.text("description", view.path("description").asString("")));
		view.put("encrypted",
				asked.has("encrypted") ? asked.flag("encrypted") : view.path("encrypted").asBoolean(false));
		view.put("isUnique", unique);
		FLAGS.forEach((flag) -> view.put(flag, asked.has(flag) ? asked.flag(flag) : view.path(flag).asBoolean(true)));
		if (asked.values().path("options").isArray()) {
			view.set("options", asked.values().path("options"));
		}
		if (view.path("label").asString("").isEmpty()) {
			throw Refused.missing("label");
		}
		return view;
	}

	private static String target(Question question) {
		String target = question.required("targetType");
		if (!TARGETS.contains(target)) {
			throw Refused.invalid("targetType 不合法：" + target);
		}
		return target;
	}

}
