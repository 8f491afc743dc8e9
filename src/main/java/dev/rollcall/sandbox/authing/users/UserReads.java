package dev.rollcall.sandbox.authing.users;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.pool.Habit;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Shows users. */
public final class UserReads {

	/** How many lists are remembered as long as nothing changes. */
	private static final int REMEMBERED = 8;

	private final UserPool pool;

	private final UserFinder finder;

	private final UserFilter filter;

	private final Map<String, List<Account>> lists = new LinkedHashMap<>();

	private long version = -1;

	private int turns;

	public UserReads(UserPool pool) {
		this.pool = pool;
		this.finder = new UserFinder(pool);
		this.filter = new UserFilter(pool);
	}

	public JsonNode one(Question question) {
		return UserViews.user(this.finder.one(question.required("userId"), question.text("userIdType", "user_id")),
				question);
	}

	/** Those of the given ids that there are. */
	public JsonNode batch(Question question) {
		ArrayNode list = Json.object().putArray("list");
		this.finder.some(question.batch("userIds"), question.text("userIdType", "user_id"))
			.forEach((account) -> list.add(UserViews.user(account, question)));
		return list;
	}

	/** All users, or those that are asked for, page by page. */
	public JsonNode list(Question question) {
		Question options = question.part("options");
		List<Account> found = found(question, options.values().path("sort"));
		return options.part("pagination")
			.page(this.pool.deepest())
			.of(found, (account) -> UserViews.user(account, options));
	}

	/** All users page by page, as callers of former days ask. */
	public JsonNode listFormerly(Question question) {
		List<Account> found = found(Question.of(Json.object()), Json.object().path("sort"));
		return question.page(this.pool.deepest()).of(found, (account) -> UserViews.user(account, question));
	}

	/** A list without an order begins elsewhere each time. */
	private List<Account> found(Question question, JsonNode sort) {
		String key = question.values().path("keywords") + " " + question.values().path("advancedFilter") + " "
				+ question.part("options").values().path("fuzzySearchOn") + " " + sort;
		if (this.version != this.pool.accounts().version() || this.lists.size() > REMEMBERED) {
			this.lists.clear();
			this.version = this.pool.accounts().version();
		}
		List<Account> found = this.lists.get(key);
		if (found == null) {
			found = new ArrayList<>(this.pool.accounts().all().stream().filter(this.filter.of(question)).toList());
			order(found, sort);
			this.lists.put(key, found);
		}
		if (sort.isEmpty() && !this.pool.has(Habit.STEADY_ORDER)) {
			found = new ArrayList<>(found);
			Collections.rotate(found, this.turns++);
		}
		return found;
	}

	private void order(List<Account> accounts, JsonNode sort) {
		Comparator<Account> order = Comparator.comparingInt((account) -> 0);
		for (JsonNode by : sort) {
			String field = this.filter.known(Question.of(by).required("field"));
			Comparator<Account> next = field.equals("createdAt") ? Comparator.comparing(Account::created)
					: (one, other) -> Operator.compare(this.filter.value(one, field), this.filter.value(other, field));
			order = order
				.thenComparing("DESC".equalsIgnoreCase(by.path("order").asString("")) ? next.reversed() : next);
		}
		accounts.sort(order);
	}

}
