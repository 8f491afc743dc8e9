package dev.rollcall.sandbox.cam.wire;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a call asks, of the shape that it must have. */
public final class Question {

	private final ObjectNode values;

	private Question(Shape shape, ObjectNode values) {
		shape.check(values);
		this.values = values;
	}

	/**
	 * What a request asks.
	 * @throws Refused when that is not of this shape
	 */
	public static Question of(Request request, Shape shape) {
		ObjectNode values = request.method().equals("GET") ? Spread.gathered(request.query())
				: Json.parsed(request.body());
		if (values == null) {
			throw Refused.because(Code.INVALID_PARAMETER, "JSON");
		}
		return new Question(shape, values);
	}

	/** A text, null when it is absent. */
	public @Nullable String text(String name) {
		JsonNode value = this.values.path(name);
		return (value.isMissingNode() || value.isNull()) ? null : value.asString();
	}

	public String text(String name, String otherwise) {
		String text = text(name);
		return (text != null) ? text : otherwise;
	}

	/** A number, null when it is absent. */
	public @Nullable Long number(String name) {
		String digits = text(name);
		return (digits != null) ? Long.valueOf(digits) : null;
	}

	public long number(String name, long otherwise) {
		Long number = number(name);
		return (number != null) ? number : otherwise;
	}

	/**
	 * Whether it is 1 rather than 0.
	 * @throws Refused when it is neither
	 */
	public boolean flag(String name, boolean otherwise) {
		long number = number(name, otherwise ? 1 : 0);
		if (number != 0 && number != 1) {
			throw Refused.because(Code.PARAM_ERROR, name);
		}
		return number == 1;
	}

	/** The numbers of a list. */
	public List<Long> numbers(String name) {
		List<Long> numbers = new ArrayList<>();
		this.values.path(name).forEach((element) -> numbers.add(Long.valueOf(element.asString())));
		return numbers;
	}

	/** The parts of a list. */
	public List<Question> parts(String name, Shape shape) {
		List<Question> parts = new ArrayList<>();
		for (JsonNode element : this.values.path(name)) {
			parts.add(new Question(shape, (ObjectNode) element));
		}
		return parts;
	}

}
