package dev.rollcall.sandbox.authing.pool;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A custom field as it is defined.
 *
 * @param target what has it: {@code USER}, {@code DEPARTMENT} or {@code ROLE}
 * @param key its name in calls
 * @param type {@code STRING}, {@code NUMBER}, {@code DATETIME}, {@code BOOLEAN} or
 * {@code ENUM}
 * @param unique whether no two may have the same value
 * @param view all that is shown of it
 */
public record CustomField(String target, String key, String type, boolean unique, ObjectNode view) {

	/** Whether a value is of the field's type. */
	boolean takes(JsonNode value) {
		return switch (this.type) {
			case "NUMBER" -> value.isNumber();
			case "BOOLEAN" -> value.isBoolean();
			case "DATETIME" -> value.isString() || value.isNumber();
			case "ENUM" -> value.isString() && isOption(value.asString());
			default -> value.isString();
		};
	}

	private boolean isOption(String value) {
		for (JsonNode option : this.view.path("options")) {
			if (option.path("value").asString("").equals(value)) {
				return true;
			}
		}
		return false;
	}

}
