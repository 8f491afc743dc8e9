package dev.rollcall.sandbox.cam.wire;

import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.sandbox.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parameters as a GET spreads them over its query: the second number of a list is
 * {@code Name.1}, a part of the first element {@code Name.0.Part}.
 */
final class Spread {

	private Spread() {
	}

	static ObjectNode gathered(Map<String, String> query) {
		ObjectNode values = Json.object();
		Map<String, Map<Integer, ObjectNode>> lists = new TreeMap<>();
		query.forEach((name, value) -> {
			String[] steps = name.split("\\.", 3);
			if (steps.length > 1 && steps[1].matches("\\d{1,6}")) {
				lists.computeIfAbsent(steps[0], (list) -> new TreeMap<>())
					.computeIfAbsent(Integer.valueOf(steps[1]), (element) -> Json.object())
					.put((steps.length == 3) ? steps[2] : "", value);
			}
			else {
				values.put(name, value);
			}
		});
		lists.forEach((name, elements) -> {
			ArrayNode list = values.putArray(name);
			elements.values().forEach((element) -> list.add(element.has("") ? element.path("") : element));
		});
		return values;
	}

}
