package dev.rollcall.sandbox.wecom.imports;

import java.util.Map;

import dev.rollcall.sandbox.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of members as the question that a single call would ask. A column that is absent
 * leaves a field as it is; an empty cell empties a text.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/91130">WeCom, import
 * members</a>
 */
final class MemberRow {

	private static final Map<String, String> TEXTS = Map.of("姓名", "name", "帐号", "userid", "手机号", "mobile", "邮箱",
			"email", "职位", "position", "别名", "alias", "地址", "address", "座机", "telephone");

	private static final Map<String, String> LISTS = Map.of("所在部门", "department", "是否部门内领导", "is_leader_in_dept", "排序",
			"order");

	private MemberRow() {
	}

	static ObjectNode question(Map<String, String> row) {
		ObjectNode question = Json.object();
		row.forEach((column, cell) -> {
			String text = TEXTS.get(column);
			String list = LISTS.get(column);
			if (text != null) {
				question.put(text, cell);
			}
			else if (list != null) {
				numbers(question, list, cell);
			}
			else if (!cell.isEmpty()) {
				other(question, column, cell);
			}
		});
		return question;
	}

	/** Numbers with semicolons between them; what is none is left to be refused. */
	private static void numbers(ObjectNode question, String field, String cell) {
		if (cell.isEmpty()) {
			return;
		}
		ArrayNode list = question.putArray(field);
		for (String part : cell.split("[;；]")) {
			if (part.strip().matches("\\d{1,18}")) {
				list.add(Long.parseLong(part.strip()));
			}
			else {
				list.add(part);
			}
		}
	}

	/** Columns of no text: a gender, whether the member is disabled, a custom field. */
	private static void other(ObjectNode question, String column, String cell) {
		@Nullable String gender = Map.of("男", "1", "女", "2").get(cell);
		if (column.equals("性别")) {
			question.put("gender", (gender != null) ? gender : cell);
		}
		else if (column.equals("禁用")) {
			question.put("enable", cell.equals("1") ? "0" : "1");
		}
		else if (!column.startsWith("禁用项说明")) {
			question.withObject("/extattr")
				.withArray("attrs")
				.addObject()
				.put("type", 0)
				.put("name", column)
				.putObject("text")
				.put("value", cell);
		}
	}

}
