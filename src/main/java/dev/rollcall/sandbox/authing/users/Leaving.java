package dev.rollcall.sandbox.authing.users;

import java.util.List;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.pool.Habit;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Question;
import dev.rollcall.sandbox.authing.wire.Refused;
import tools.jackson.databind.JsonNode;

/** Deletes users, and lets them resign (离职), which nobody can take back. */
public final class Leaving {

	private final UserPool pool;

	private final UserFinder finder;

	public Leaving(UserPool pool) {
		this.pool = pool;
		this.finder = new UserFinder(pool);
	}

	public JsonNode delete(Question question) {
		meant(question.batch("userIds"), question.part("options").text("userIdType", "user_id"))
			.forEach(this.pool::remove);
		return Json.object().put("success", true);
	}

	public JsonNode resign(Question question) {
		resigned(this.finder.one(question.required("userId"), question.text("userIdType", "user_id")));
		return Json.object().put("success", true);
	}

	public JsonNode resignBatch(Question question) {
		meant(question.batch("userIds"), question.text("userIdType", "user_id")).forEach(this::resigned);
		return Json.object().put("success", true);
	}

	/**
	 * Those that there are; all of them, unless batches end or go on without the rest.
	 */
	private List<Account> meant(List<String> ids, String kind) {
		List<Account> found = this.finder.some(ids, kind);
		if (found.size() < ids.size() && !this.pool.has(Habit.BATCH_PASSES)) {
			throw Refused.noSuchUser();
		}
		return found;
	}

	private void resigned(Account account) {
		this.pool.unplace(account, Account.RESIGNED);
	}

}
