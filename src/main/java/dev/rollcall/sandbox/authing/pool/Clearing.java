package dev.rollcall.sandbox.authing.pool;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of a field that is set to nothing.
 *
 * @param byNull whether null empties it, rather than leaving it as it is
 * @param byEmpty whether an empty text does
 */
public record Clearing(boolean byNull, boolean byEmpty) {

	/** Whether a value is nothing. */
	public boolean isEmpty(JsonNode value) {
		return value.isNull() || (value.isString() && value.asString().isEmpty());
	}

	/** Sets a field, empties it, or leaves it as it is. */
	public void set(ObjectNode fields, String name, JsonNode value) {
		if (!isEmpty(value)) {
			fields.set(name, value);
		}
		else if (value.isNull() ? this.byNull : this.byEmpty) {
			fields.remove(name);
		}
	}

}
