package dev.rollcall.sandbox.authing.users;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.pool.CustomFields;
import dev.rollcall.sandbox.authing.pool.Node;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Question;
import dev.rollcall.sandbox.authing.wire.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Which users a list is about. */
final class UserFilter {

	private static final List<String> SEARCHED = List.of("username", "name", "nickname", "phone", "email",
			"externalId");

	private static final Set<String> OWN = Set.of("id", "userId", "status", "createdAt", "updatedAt");

	private final UserPool pool;

	UserFilter(UserPool pool) {
		this.pool = pool;
	}

	/** Those for whom all that the question says is so. */
	Predicate<Account> of(Question question) {
		Predicate<Account> filter = (account) -> true;
		String keywords = question.text("keywords", "").toLowerCase(Locale.ROOT);
		if (!keywords.isEmpty()) {
			List<String> on = question.part("options").texts("fuzzySearchOn");
			List<String> searched = on.isEmpty() ? SEARCHED : on;
			filter = (account) -> searched.stream()
				.anyMatch((field) -> value(account, field).asString("").toLowerCase(Locale.ROOT).contains(keywords));
		}
		for (JsonNode item : question.values().path("advancedFilter")) {
			filter = filter.and(condition(Question.of(item)));
		}
		return filter;
	}

	/**
	 * A value of a user, missing when there is none.
	 * @throws Refused when users have no such field
	 */
	JsonNode value(Account account, String field) {
		return switch (field) {
			case "id", "userId" -> StringNode.valueOf(account.id());
			case "status" -> StringNode.valueOf(account.status());
			case "createdAt" -> StringNode.valueOf(account.created());
			case "updatedAt" -> StringNode.valueOf(account.updated());
			default -> Profile.has(field) ? account.profile().path(field) : account.custom().path(field);
		};
	}

	/** Refuses a field that users do not have. */
	String known(String field) {
		if (!OWN.contains(field) && !Profile.has(field) && this.pool.fields().get(CustomFields.USER, field) == null) {
			throw Refused.invalid("字段 " + field + " 不存在");
		}
		return field;
	}

	private Predicate<Account> condition(Question item) {
		String field = item.required("field");
		String operator = item.required("operator");
		JsonNode wanted = item.values().path("value");
		if (field.equals("department")) {
			return in(wanted, operator);
		}
		known(field);
		Operator comparison = Operator.of(operator);
		return (account) -> comparison.holds(value(account, field), wanted);
	}

	private Predicate<Account> in(JsonNode wanted, String operator) {
		if (!operator.equals("IN") || !wanted.isArray()) {
			throw Refused.invalid("department 仅支持 IN");
		}
		Set<String> ids = new HashSet<>();
		for (JsonNode each : wanted) {
			Question department = Question.of(each);
			Node node = Members.department(this.pool, department);
			ids.add(node.id());
			if (department.flag("includeChildrenDepartments")) {
				this.pool.tree().subtree(node).forEach((below) -> ids.add(below.id()));
			}
		}
		return (account) -> account.posts().stream().anyMatch((post) -> ids.contains(post.department()));
	}

}
