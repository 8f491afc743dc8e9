package dev.rollcall.connector.authing.fields;

import java.math.BigDecimal;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the values of custom fields are written: any JSON on one side, text on the other.
 */
public final class CustomValue {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private CustomValue() {
	}

	/** A value as Rollcall says it; empty text for none. */
	public static String text(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof String text) {
			return text;
		}
		if (value instanceof Number number) {
			return plain(new BigDecimal(number.toString()));
		}
		return (value instanceof Boolean) ? value.toString() : JSON.writeValueAsString(value);
	}

	/**
	 * A text as Authing takes it in a field of some type.
	 * @return null when such a field cannot hold it, or cannot give it back as it is; an
	 * empty text for none
	 */
	public static @Nullable Object of(String text, @Nullable String dataType) {
		if (text.isEmpty()) {
			return "";
		}
		return switch ((dataType != null) ? dataType.toUpperCase(Locale.ROOT) : "") {
			case "NUMBER" -> number(text);
			case "BOOLEAN" -> bool(text);
			case "", "STRING", "ENUM", "SELECT", "DATETIME" -> text;
			default -> json(text);
		};
	}

	private static @Nullable Object number(String text) {
		try {
			BigDecimal number = new BigDecimal(text);
			return plain(number).equals(text) ? number : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static @Nullable Object bool(String text) {
		return switch (text) {
			case "true" -> true;
			case "false" -> false;
			default -> null;
		};
	}

	/** Of types that nobody knows yet. */
	private static Object json(String text) {
		try {
			JsonNode node = JSON.readTree(text);
			return (node.isContainer() && node.toString().equals(text)) ? node : text;
		}
		catch (JacksonException ex) {
			return text;
		}
	}

	/** Numbers that are equal are written alike; 1E+9 as 1000000000. */
	private static String plain(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

}
