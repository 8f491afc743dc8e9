package dev.rollcall.sandbox.authing.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a call asks, no matter whether by parameters or by a body.
 */
public final class Question {

	/** How many entries one call may bring. */
	private static final int MOST = 50;

	private final ObjectNode values;

	private Question(ObjectNode values) {
		this.values = values;
	}

	/**
	 * The question of a request.
	 * @throws Refused when its body is no object in JSON
	 */
	public static Question of(Request request) {
		return new Question(request.method().equals("GET") ? parameters(request) : body(request));
	}

	/** A question that is a part of another. */
	public static Question of(JsonNode part) {
		return new Question((part instanceof ObjectNode object) ? object : Json.object());
	}

	/** A part of the question; one that asks nothing when it is absent. */
	public Question part(String name) {
		return of(this.values.path(name));
	}

	public ObjectNode values() {
		return this.values;
	}

	/** Whether anything is said of it, be it that it is null. */
	public boolean has(String name) {
		return this.values.has(name);
	}

	/**
	 * A text, null when it is absent or null.
	 * @throws Refused when it is an object or a list
	 */
	public @Nullable String text(String name) {
		JsonNode value = this.values.path(name);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (value.isContainer()) {
			throw Refused.invalid(name + " 必须是字符串");
		}
		return value.asString();
	}

	public String text(String name, String otherwise) {
		String text = text(name);
		return (text != null) ? text : otherwise;
	}

	/**
	 * A text that must be there.
	 * @throws Refused when it is absent or empty
	 */
	public String required(String name) {
		String text = text(name);
		if (text == null || text.isEmpty()) {
			throw Refused.missing(name);
		}
		return text;
	}

	/** Whether it is said to be so. */
	public boolean flag(String name) {
		return "true".equals(text(name));
	}

	/**
	 * A list of texts; among parameters with commas between them, the name repeated, or
	 * the name followed by brackets. Empty when it is absent.
	 */
	public List<String> texts(String name) {
		LinkedHashSet<String> texts = new LinkedHashSet<>();
		JsonNode list = this.values.has(name) ? this.values.path(name) : this.values.path(name + "[]");
		if (list.isNull() || list.isMissingNode()) {
			return List.of();
		}
		if (!list.isContainer()) {
			texts.addAll(List.of(list.asString().split(",")));
		}
		for (JsonNode element : list) {
			if (element.isContainer() || !list.isArray()) {
				throw Refused.invalid(name + " 必须是字符串数组");
			}
			texts.add(element.asString(""));
		}
		texts.remove("");
		return List.copyOf(texts);
	}

	/**
	 * Texts of which there may be so many and no more.
	 * @throws Refused when there are none or too many
	 */
	public List<String> batch(String name) {
		List<String> texts = texts(name);
		checkBatch(name, texts.size());
		return texts;
	}

	/**
	 * Parts of which there may be so many and no more.
	 * @throws Refused when there are none or too many
	 */
	public List<Question> parts(String name) {
		List<Question> parts = new ArrayList<>();
		this.values.path(name).forEach((part) -> parts.add(of(part)));
		checkBatch(name, parts.size());
		return parts;
	}

	/** The page that is asked for. */
	public Page page(int deepest) {
		return Page.of(this.values, deepest);
	}

	private static void checkBatch(String name, int size) {
		if (size == 0) {
			throw Refused.missing(name);
		}
		if (size > MOST) {
			throw Refused.invalid(name + " 数组长度不能超过 " + MOST);
		}
	}

	private static ObjectNode parameters(Request request) {
		ObjectNode values = Json.object();
		request.query().keySet().forEach((name) -> {
			List<String> all = request.queries(name);
			if (all.size() == 1) {
				values.put(name, all.get(0));
			}
			else {
				ArrayNode list = values.putArray(name);
				all.forEach(list::add);
			}
		});
		return values;
	}

	private static ObjectNode body(Request request) {
		ObjectNode body = Json.parsed(request.body());
		if (body == null) {
			throw Refused.invalid("请求体不是合法的 JSON");
		}
		return body;
	}

}
