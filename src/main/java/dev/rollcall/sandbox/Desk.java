package dev.rollcall.sandbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where one looks at the look-alike itself, and tells it how to behave. */
final class Desk {

	static final String PATH = "/__sandbox/";

	private final Vendor vendor;

	private final Faults faults;

	private final CallLog calls;

	Desk(Vendor vendor, Faults faults, CallLog calls) {
		this.vendor = vendor;
		this.faults = faults;
		this.calls = calls;
	}

	Reply answer(Request request) {
		boolean told = request.method().equals("POST");
		ObjectNode body = Objects.requireNonNullElseGet(told ? Json.parsed(request.body()) : null, Json::object);
		String page = request.path().substring(PATH.length());
		return switch (page) {
			case "state" -> reply(this.vendor.state());
			case "calls" -> reply(calls(request));
			case "faults" -> reply(told ? disturb(body) : disturbance());
			case "switches" -> reply(this.vendor.switches(body));
			default -> told ? reply(this.vendor.backDoor(page, body)) : reply(null);
		};
	}

	private static Reply reply(@Nullable ObjectNode body) {
		return (body == null) ? Reply.page(404, "Not Found") : Reply.json(body, "0", Map.of());
	}

	private ObjectNode calls(Request request) {
		ObjectNode shown = Json.object().put("total", this.calls.total()).put("mostAtOnce", this.calls.mostAtOnce());
		ObjectNode counts = shown.putObject("calls");
		this.calls.counts().forEach((call, codes) -> codes.forEach(counts.putObject(call)::put));
		String last = request.query("last");
		if (last != null && last.matches("\\d{1,9}")) {
			ArrayNode lines = shown.putArray("last");
			this.calls.last(Integer.parseInt(last)).forEach((line) -> lines.add(shown(line)));
		}
		if (request.method().equals("DELETE")) {
			this.calls.clear();
		}
		return shown;
	}

	private static ObjectNode shown(CallLog.Line line) {
		ObjectNode shown = Json.object().put("number", line.number()).put("call", line.call()).put("code", line.code());
		ObjectNode query = shown.putObject("query");
		new TreeSet<>(line.query().keySet()).forEach((name) -> query.put(name, line.query().get(name)));
		return shown;
	}

	/** What is not said ends. */
	private ObjectNode disturb(ObjectNode wanted) {
		if (!wanted.has("next") || wanted.size() > 1) {
			this.faults.set(disturbance(wanted));
		}
		for (JsonNode next : wanted.path("next")) {
			Fault fault = Fault.of(next.path("fault").asString(""));
			if (fault != null) {
				this.faults.next(next.path("call").asString(""), fault, next.path("times").asInt(1));
			}
		}
		return disturbance();
	}

	private static Disturbance disturbance(ObjectNode wanted) {
		Map<Fault, Double> shares = new EnumMap<>(Fault.class);
		for (Fault fault : Fault.values()) {
			shares.put(fault, wanted.path(fault.word()).asDouble(0));
		}
		TreeSet<String> calls = new TreeSet<>();
		wanted.path("calls").forEach((call) -> calls.add(call.asString("")));
		return new Disturbance(wanted.path("latency").asInt(0), wanted.path("jitter").asInt(0), shares, calls,
				wanted.path("seed").asLong(1));
	}

	private ObjectNode disturbance() {
		Disturbance now = this.faults.disturbance();
		ObjectNode shown = Json.object()
			.put("latency", now.latency())
			.put("jitter", now.jitter())
			.put("seed", now.seed());
		for (Fault fault : Fault.values()) {
			shown.put(fault.word(), now.shares().getOrDefault(fault, 0.0));
		}
		ArrayNode calls = shown.putArray("calls");
		new TreeSet<>(now.calls()).forEach(calls::add);
		ObjectNode done = shown.putObject("done");
		this.faults.done().forEach((fault, times) -> done.put(fault.word(), times));
		return shown;
	}

}
