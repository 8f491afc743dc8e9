package dev.rollcall.sandbox.authing.wire;

import java.util.List;
import java.util.function.Function;

import dev.rollcall.sandbox.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which part of a list is asked for.
 *
 * @param number counted from 1
 * @param size how many entries a page has, at most
 */
public record Page(int number, int size) {

	private static final int USUAL = 10;

	private static final int MOST = 50;

	/**
	 * The page that a question asks for.
	 * @param deepest the last entry that can be reached, 0 when all can
	 */
	static Page of(JsonNode question, int deepest) {
		Page page = new Page(number(question, "page", 1), number(question, "limit", USUAL));
		if (page.number < 1 || page.size < 1 || page.size > MOST) {
			throw Refused.invalid("limit 不能大于 " + MOST + "，page 与 limit 不能小于 1");
		}
		if (deepest > 0 && (long) page.number * page.size > deepest) {
			throw Refused.invalid("分页深度不能超过 " + deepest);
		}
		return page;
	}

	/** The answer of a list: how many there are, and those of this page. */
	public <T> ObjectNode of(List<T> all, Function<T, ObjectNode> view) {
		ObjectNode answer = Json.object().put("totalCount", all.size());
		ArrayNode list = answer.putArray("list");
		int from = (int) Math.min(all.size(), (this.number - 1L) * this.size);
		all.subList(from, Math.min(all.size(), from + this.size)).forEach((each) -> list.add(view.apply(each)));
		return answer;
	}

	private static int number(JsonNode question, String name, int otherwise) {
		JsonNode value = question.path(name);
		if (value.isMissingNode() || value.isNull()) {
			return otherwise;
		}
		String digits = value.asString("");
		if (!digits.matches("-?\\d{1,9}")) {
			throw Refused.invalid(name + " 必须是整数");
		}
		return Integer.parseInt(digits);
	}

}
