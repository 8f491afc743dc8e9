package dev.rollcall.bench;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a look-alike was called for.
 *
 * @param json as it tells it
 */
record SandboxCalls(JsonNode json) {

	/** Nothing. */
	static final SandboxCalls NONE = new SandboxCalls(new ObjectMapper().createObjectNode());

	long all() {
		return this.json.path("total").asLong();
	}

	long of(String call) {
		return sum(this.json.path("calls").path(call));
	}

	/** How many were answered with a code. */
	long answered(int code) {
		long count = 0;
		for (JsonNode codes : this.json.path("calls")) {
			count += codes.path(Integer.toString(code)).asLong();
		}
		return count;
	}

	/** How many there were of each kind, since it was called so often before. */
	Map<String, Long> since(SandboxCalls before) {
		Map<String, Long> counts = new TreeMap<>();
		this.json.path("calls").fieldNames().forEachRemaining((call) -> {
			if (of(call) > before.of(call)) {
				counts.put(call, of(call) - before.of(call));
			}
		});
		return counts;
	}

	/** In words. */
	static String shown(Map<String, Long> calls) {
		return calls.entrySet()
			.stream()
			.map((each) -> String.format(Locale.ROOT, "%s %,d", each.getKey(), each.getValue()))
			.collect(Collectors.joining(", "));
	}

	private static long sum(JsonNode codes) {
		long count = 0;
		for (JsonNode each : codes) {
			count += each.asLong();
		}
		return count;
	}

}
