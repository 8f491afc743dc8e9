package dev.rollcall.sandbox.authing.fields;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.pool.CustomFields;
import dev.rollcall.sandbox.authing.pool.Node;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Question;
import dev.rollcall.sandbox.authing.wire.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows and changes what stands in the custom fields of one user or department. */
public final class CustomData {

	private final UserPool pool;

	public CustomData(UserPool pool) {
		this.pool = pool;
	}

	public JsonNode get(Question question) {
		return isOfUser(question) ? account(question).custom() : node(question).custom();
	}

	public JsonNode set(Question question) {
		ObjectNode given = Json.object();
		question.parts("list").forEach((each) -> given.set(each.required("key"), each.values().path("value")));
		if (isOfUser(question)) {
			Account account = account(question);
			this.pool.put(account.saying(account.status(), account.profile(),
					this.pool.custom(CustomFields.USER, account.custom(), given), this.pool.now()));
		}
		else {
			Node node = node(question);
			Node changed = node.holding(this.pool.custom(CustomFields.DEPARTMENT, node.custom(), given),
					this.pool.now());
			this.pool.checkUnique(changed);
			this.pool.tree().put(changed);
		}
		return Json.object().put("success", true);
	}

	private static boolean isOfUser(Question question) {
		String target = question.required("targetType");
		if (!target.equals(CustomFields.USER) && !target.equals(CustomFields.DEPARTMENT)) {
			throw Refused.invalid("targetType 不合法：" + target);
		}
		return target.equals(CustomFields.USER);
	}

	private Account account(Question question) {
		Account account = this.pool.accounts().get(question.required("targetIdentifier"));
		if (account == null) {
			throw Refused.noSuchUser();
		}
		return account;
	}

	private Node node(Question question) {
		return this.pool.tree().find(null, question.required("targetIdentifier"), "department_id");
	}

}
