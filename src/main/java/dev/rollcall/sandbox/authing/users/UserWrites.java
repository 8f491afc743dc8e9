package dev.rollcall.sandbox.authing.users;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.pool.Account.Password;
import dev.rollcall.sandbox.authing.pool.CustomFields;
import dev.rollcall.sandbox.authing.pool.Habit;
import dev.rollcall.sandbox.authing.pool.Node;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Question;
import dev.rollcall.sandbox.authing.wire.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates and changes users, one by one and in batches. */
public final class UserWrites {

	private final UserPool pool;

	private final UserFinder finder;

	private final Notices notices;

	public UserWrites(UserPool pool, Notices notices) {
		this.pool = pool;
		this.finder = new UserFinder(pool);
		this.notices = notices;
	}

	public JsonNode create(Question question) {
		Account account = created(question, question.part("options"));
		this.notices.note(account, question.part("options"));
		return UserViews.user(account, UserViews.EVERYTHING);
	}

	public JsonNode createBatch(Question question) {
		Question options = question.part("options");
		List<Account> done = new Batch<Question, Account>(this.pool, this.pool.accounts()::remove)
			.run(question.parts("list"), (each) -> created(each, options));
		done.forEach((account) -> this.notices.note(account, options));
		return shown(done);
	}

	public JsonNode update(Question question) {
		String kind = question.part("options").text("userIdType", "user_id");
		return UserViews.user(updated(question, kind), UserViews.EVERYTHING);
	}

	/** Here a user can be named by the id that Authing has given, and by nothing else. */
	public JsonNode updateBatch(Question question) {
		Deque<Account> former = new ArrayDeque<>();
		Function<Question, Account> work = (each) -> {
			Account old = this.finder.one(each.required("userId"), "user_id");
			Account changed = updated(each, "user_id");
			former.push(old);
			return changed;
		};
		return shown(new Batch<Question, Account>(this.pool, (done) -> this.pool.accounts().put(former.pop()))
			.run(question.parts("list"), work));
	}

	private Account created(Question question, Question options) {
		ObjectNode profile = Profile.merged(Json.object(), question, this.pool.clearing());
		if (!profile.has("email") && !profile.has("phone") && !profile.has("username")) {
			throw Refused.invalid("email、phone、username 至少需要一个");
		}
		ObjectNode custom = this.pool.custom(CustomFields.USER, Json.object(), question.values().path("customData"));
		String now = this.pool.now();
		List<Account.Post> posts = new ArrayList<>();
		for (String department : question.texts("departmentIds")) {
			Node node = this.pool.tree().find(null, department, options.text("departmentIdType", "department_id"));
			posts.add(new Account.Post(node.id(), now));
		}
		boolean placed = !posts.isEmpty() && !this.pool.has(Habit.MAIN_UNSET);
		Account account = new Account(this.pool.newId(), this.pool.accounts().nextNumber(),
				Profile.status(Account.ACTIVATED, question), profile, custom, posts,
				placed ? posts.get(0).department() : null, password(question, options), now, now);
		this.pool.put(account);
		return account;
	}

	private Account updated(Question question, String kind) {
		Account account = this.finder.one(question.required("userId"), kind);
		Account changed = account.saying(Profile.status(account.status(), question),
				Profile.merged(account.profile(), question, this.pool.clearing()),
				this.pool.custom(CustomFields.USER, account.custom(), question.values().path("customData")),
				this.pool.now());
		Password password = password(question, Question.of(Json.object()));
		changed = (password != Password.NONE) ? changed.with(password) : changed;
		this.pool.put(changed);
		return changed;
	}

	/** The password itself is forgotten at once. */
	private static Password password(Question question, Question options) {
		String given = question.text("password");
		return (given != null && !given.isEmpty()) ? Password.GIVEN
				: options.flag("autoGeneratePassword") ? Password.GENERATED : Password.NONE;
	}

	private static JsonNode shown(List<Account> accounts) {
		ArrayNode list = Json.object().putArray("list");
		accounts.forEach((account) -> list.add(UserViews.user(account, UserViews.EVERYTHING)));
		return list;
	}

}
