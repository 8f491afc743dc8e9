package dev.rollcall.sandbox.authing.pool;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * By what departments can be found beside their ids: {@code open_department_id},
 * {@code code}, and {@code custom_field} as a key and a value with a colon between them.
 */
final class NodeNames {

	static final String OPEN_ID = "open_department_id";

	static final String CODE = "code";

	static final String CUSTOM = "custom_field";

	private final Map<String, Set<String>> ids = new HashMap<>();

	/** The ids of the departments that have a name, the oldest first. */
	Set<String> ids(String kind, String name) {
		return this.ids.getOrDefault(kind + " " + name, Set.of());
	}

	/** The names of a department, by what answers call them. */
	static Map<String, String> of(Node node) {
		Map<String, String> names = new LinkedHashMap<>();
		put(names, "openDepartmentId", OPEN_ID, node.openId());
		put(names, "code", CODE, node.code());
		for (Map.Entry<String, JsonNode> custom : node.custom().properties()) {
			put(names, "customData." + custom.getKey(), CUSTOM, custom.getKey() + ":" + custom.getValue().asString(""));
		}
		return names;
	}

	/** The ids of the departments that share a name of {@link #of}. */
	Set<String> sharing(String name) {
		return this.ids.getOrDefault(name, Set.of());
	}

	void add(Node node) {
		of(node).values()
			.forEach((name) -> this.ids.computeIfAbsent(name, (key) -> new LinkedHashSet<>()).add(node.id()));
	}

	void remove(Node node) {
		of(node).values().forEach((name) -> {
			Set<String> sharing = this.ids.get(name);
			if (sharing != null && sharing.remove(node.id()) && sharing.isEmpty()) {
				this.ids.remove(name);
			}
		});
	}

	private static void put(Map<String, String> names, String field, String kind, @Nullable String name) {
		if (name != null) {
			names.put(field, kind + " " + name);
		}
	}

}
