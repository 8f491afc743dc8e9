package dev.rollcall.sandbox.wecom.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a call asks. A body that is no JSON counts as empty, as it does with WeCom: it
 * then misses the first field that it needs.
 */
public final class Question {

	private final Request request;

	private final ObjectNode body;

	private Question(Request request, ObjectNode body) {
		this.request = request;
		this.body = body;
	}

	public static Question of(Request request) {
		return new Question(request, Objects.requireNonNullElseGet(Json.parsed(request.body()), Json::object));
	}

	/** One whose body is a form with a file. */
	public static Question ofFile(Request request) {
		return new Question(request, Json.object());
	}

	/** A question that no call asked, such as a row of a file. */
	public Question with(ObjectNode other) {
		return new Question(this.request, other);
	}

	public Request request() {
		return this.request;
	}

	public ObjectNode body() {
		return this.body;
	}

	/** A parameter, null when it is absent. */
	public @Nullable String query(String name) {
		return this.request.query(name);
	}

	/** A number among the parameters, null when it is absent or none. */
	public @Nullable Long id(String name) {
		String text = this.request.query(name);
		return (text != null) ? number(text) : null;
	}

	/** Whether the body says something of a field. */
	public boolean has(String field) {
		return this.body.hasNonNull(field);
	}

	/** A value, null when it is absent. */
	public @Nullable JsonNode value(String field) {
		JsonNode value = this.body.get(field);
		return (value != null && !value.isNull()) ? value : null;
	}

	/**
	 * A text, null when it is absent. A number is taken for its digits.
	 * @throws Refused when it is something else
	 */
	public @Nullable String text(String field) {
		JsonNode value = value(field);
		if (value == null) {
			return null;
		}
		if (value.isContainer()) {
			throw Refused.wrongJson(Code.INVALID_PARAMETER);
		}
		return value.asString();
	}

	/** A whole number, null when it is absent or no number; digits in a text will do. */
	public @Nullable Long number(JsonNode value) {
		if (value.isIntegralNumber() && value.canConvertToLong()) {
			return value.asLong();
		}
		return value.isString() ? number(value.asString()) : null;
	}

	/**
	 * Whole numbers, null when the list is absent.
	 * @throws Refused with the given code when it is not a list of whole numbers
	 */
	public @Nullable List<Long> numbers(String field, Code otherwise) {
		JsonNode value = value(field);
		if (value == null) {
			return null;
		}
		if (!value.isArray()) {
			throw Refused.wrongJson(otherwise);
		}
		List<Long> numbers = new ArrayList<>();
		for (JsonNode element : value) {
			Long number = element.isIntegralNumber() ? number(element) : null;
			if (number == null) {
				throw Refused.wrongJson(otherwise);
			}
			numbers.add(number);
		}
		return numbers;
	}

	/**
	 * Texts, null when the list is absent.
	 * @throws Refused with the given code when it is not a list of texts
	 */
	public @Nullable List<String> texts(String field, Code otherwise) {
		JsonNode value = value(field);
		if (value == null) {
			return null;
		}
		List<String> texts = new ArrayList<>();
		for (JsonNode element : value) {
			if (!element.isString()) {
				throw Refused.wrongJson(otherwise);
			}
			texts.add(element.asString());
		}
		if (!value.isArray()) {
			throw Refused.wrongJson(otherwise);
		}
		return texts;
	}

	private static @Nullable Long number(String text) {
		return text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
	}

}
