package dev.rollcall.sandbox.authing.users;

import java.util.stream.Stream;

import dev.rollcall.sandbox.authing.wire.Refused;
import tools.jackson.databind.JsonNode;

/** How a filter compares what a user has with what is asked for. */
enum Operator {

	EQUAL, NOT_EQUAL, CONTAINS, NOT_CONTAINS, IS_NULL, NOT_NULL, IN, GREATER, LESSER, BETWEEN;

	/**
	 * The operator of that name.
	 * @throws Refused when there is none
	 */
	static Operator of(String name) {
		return Stream.of(values())
			.filter((operator) -> operator.name().equals(name))
			.findFirst()
			.orElseThrow(() -> Refused.invalid("operator 不合法：" + name));
	}

	/** Whether it is so of a value, which is missing when the user has none. */
	boolean holds(JsonNode value, JsonNode wanted) {
		String text = value.asString("");
		return switch (this) {
			case EQUAL -> text.equals(wanted.asString(""));
			case NOT_EQUAL -> !text.equals(wanted.asString(""));
			case CONTAINS -> text.contains(wanted.asString(""));
			case NOT_CONTAINS -> !text.contains(wanted.asString(""));
			case IS_NULL -> text.isEmpty();
			case NOT_NULL -> !text.isEmpty();
			case IN -> wanted.valueStream().anyMatch((each) -> each.asString("").equals(text));
			case GREATER -> compare(value, wanted) > 0;
			case LESSER -> compare(value, wanted) < 0;
			case BETWEEN -> compare(value, wanted.path(0)) >= 0 && compare(value, wanted.path(1)) <= 0;
		};
	}

	/** Numbers as numbers, all else as text, as which times can be compared, too. */
	static int compare(JsonNode value, JsonNode other) {
		return (value.isNumber() && other.isNumber()) ? Double.compare(value.asDouble(), other.asDouble())
				: value.asString("").compareTo(other.asString(""));
	}

}
