package dev.rollcall.sandbox.cam.wire;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which parameters there are. Numbers may come as texts, because Tencent Cloud's own
 * examples send them so.
 */
public final class Shape {

	private static final String NUMBER = "-?\\d{1,18}";

	private final Map<String, Parameter> parameters = new LinkedHashMap<>();

	/**
	 * A parameter.
	 *
	 * @param required whether it must be there
	 * @param number whether it is an integer rather than a text
	 * @param list whether there may be many of it
	 */
	private record Parameter(boolean required, boolean number, boolean list) {
	}

	private Shape(String said) {
		for (String each : said.split(" ")) {
			String name = each.replaceAll("\\W", "");
			if (!name.isEmpty()) {
				this.parameters.put(name, new Parameter(each.contains("!"), each.contains("#"), each.contains("[")));
			}
		}
	}

	/**
	 * Parameters by their names with spaces between them; behind the name an exclamation
	 * mark when it must be there, a number sign when it is a number, and brackets when it
	 * is a list.
	 */
	public static Shape of(String said) {
		return new Shape(said);
	}

	/**
	 * Checks that everything that must be there is, and nothing else.
	 * @throws Refused when it is not so
	 */
	void check(ObjectNode asked) {
		asked.propertyNames().forEach((name) -> {
			if (!this.parameters.containsKey(name)) {
				throw Refused.because(Code.UNKNOWN_PARAMETER, name);
			}
		});
		this.parameters.forEach((name, parameter) -> {
			JsonNode value = asked.path(name);
			if (value.isMissingNode() || value.isNull()) {
				if (parameter.required()) {
					throw Refused.because(Code.MISSING_PARAMETER, name);
				}
			}
			else if (!fits(parameter, value)) {
				throw Refused.because(Code.INVALID_PARAMETER, name);
			}
		});
	}

	private static boolean fits(Parameter parameter, JsonNode value) {
		if (!parameter.list()) {
			return parameter.number() ? isNumber(value) : value.isString();
		}
		boolean fit = value.isArray();
		for (JsonNode element : value) {
			fit &= parameter.number() ? isNumber(element) : element.isObject();
		}
		return fit;
	}

	private static boolean isNumber(JsonNode value) {
		return (value.isIntegralNumber() || value.isString()) && value.asString().matches(NUMBER);
	}

}
