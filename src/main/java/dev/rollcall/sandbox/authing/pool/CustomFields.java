package dev.rollcall.sandbox.authing.pool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.sandbox.authing.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The custom fields that a pool defines. */
public final class CustomFields {

	public static final String USER = "USER";

	public static final String DEPARTMENT = "DEPARTMENT";

	private final Map<String, Map<String, CustomField>> fields = new LinkedHashMap<>();

	CustomFields() {
	}

	/** Those of users, or of departments, in the order of their definition. */
	public List<CustomField> of(String target) {
		return List.copyOf(this.fields.getOrDefault(target, Map.of()).values());
	}

	public @Nullable CustomField get(String target, String key) {
		return this.fields.getOrDefault(target, Map.of()).get(key);
	}

	public void put(CustomField field) {
		this.fields.computeIfAbsent(field.target(), (target) -> new LinkedHashMap<>()).put(field.key(), field);
	}

	/** Whether there was one. */
	public boolean remove(String target, String key) {
		Map<String, CustomField> known = this.fields.get(target);
		return known != null && known.remove(key) != null;
	}

	/**
	 * The former values with those that are given.
	 * @throws Refused when a field is not defined, or a value is not of its type
	 */
	ObjectNode merged(String target, ObjectNode former, JsonNode given, Clearing clearing) {
		ObjectNode merged = former.deepCopy();
		for (Map.Entry<String, JsonNode> entry : given.properties()) {
			CustomField field = get(target, entry.getKey());
			if (field == null) {
				throw Refused.invalid("自定义字段 " + entry.getKey() + " 未定义");
			}
			if (!clearing.isEmpty(entry.getValue()) && !field.takes(entry.getValue())) {
				throw Refused.invalid("自定义字段 " + entry.getKey() + " 的值不是 " + field.type());
			}
			clearing.set(merged, entry.getKey(), entry.getValue());
		}
		return merged;
	}

}
