package dev.rollcall.sandbox.authing.users;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.pool.Habit;
import dev.rollcall.sandbox.authing.pool.Node;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Question;
import dev.rollcall.sandbox.authing.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts users into departments, and takes them out. */
public final class Placing {

	private final UserPool pool;

	private final UserFinder finder;

	public Placing(UserPool pool) {
		this.pool = pool;
		this.finder = new UserFinder(pool);
	}

	/** Makes the given departments those of a user. */
	public JsonNode set(Question question) {
		Account account = this.finder.one(question.required("userId"),
				question.part("options").text("userIdType", "user_id"));
		List<Question> wanted = question.values().path("departments").isEmpty() && question.has("departments")
				? List.of() : question.parts("departments");
		List<Node> nodes = new ArrayList<>();
		wanted
			.forEach((each) -> nodes.add(this.pool.tree().find(null, each.required("departmentId"), "department_id")));
		place(account, nodes, main(wanted, nodes));
		for (int i = 0; i < nodes.size(); i++) {
			if (wanted.get(i).has("isLeader")) {
				this.pool.lead(nodes.get(i), account.id(), wanted.get(i).flag("isLeader"));
			}
		}
		return Json.object().put("success", true);
	}

	public JsonNode add(Question question) {
		Node node = Members.department(this.pool, question);
		for (Account account : all(question)) {
			if (!account.isIn(node.id())) {
				List<Account.Post> posts = new ArrayList<>(account.posts());
				posts.add(new Account.Post(node.id(), this.pool.now()));
				boolean first = account.main() == null && !this.pool.has(Habit.MAIN_UNSET);
				this.pool.put(account.in(posts, first ? node.id() : account.main(), this.pool.now()));
			}
		}
		return Json.object().put("success", true);
	}

	public JsonNode remove(Question question) {
		Node node = Members.department(this.pool, question);
		for (Account account : all(question)) {
			if (account.isIn(node.id())) {
				this.pool.lead(node, account.id(), false);
				List<Account.Post> left = account.posts()
					.stream()
					.filter((post) -> !post.department().equals(node.id()))
					.toList();
				this.pool.put(account.in(left, mainAmong(left, account.main()), this.pool.now()));
			}
		}
		return Json.object().put("success", true);
	}

	private List<Account> all(Question question) {
		List<String> ids = question.batch("userIds");
		List<Account> found = this.finder.some(ids, "user_id");
		if (found.size() < ids.size() && !this.pool.has(Habit.BATCH_PASSES)) {
			throw Refused.noSuchUser();
		}
		return found;
	}

	private void place(Account account, List<Node> nodes, @Nullable String main) {
		Set<String> ids = nodes.stream().map(Node::id).collect(Collectors.toCollection(LinkedHashSet::new));
		List<Account.Post> posts = new ArrayList<>();
		for (Account.Post post : account.posts()) {
			if (ids.remove(post.department()) || this.pool.has(Habit.DEPARTMENTS_MERGE)) {
				posts.add(post);
			}
			else {
				this.pool.lead(Objects.requireNonNull(this.pool.tree().node(post.department())), account.id(), false);
			}
		}
		ids.forEach((id) -> posts.add(new Account.Post(id, this.pool.now())));
		this.pool.put(account.in(posts, (main != null) ? main : mainAmong(posts, account.main()), this.pool.now()));
	}

	/** Of several that are said to be the main one, the last. */
	private static @Nullable String main(List<Question> wanted, List<Node> nodes) {
		String main = null;
		for (int i = 0; i < nodes.size(); i++) {
			main = wanted.get(i).flag("isMainDepartment") ? nodes.get(i).id() : main;
		}
		return main;
	}

	/** The former main department if it is still one, else the first. */
	private @Nullable String mainAmong(List<Account.Post> posts, @Nullable String former) {
		if (former != null && posts.stream().anyMatch((post) -> post.department().equals(former))) {
			return former;
		}
		return posts.isEmpty() || this.pool.has(Habit.MAIN_UNSET) ? null : posts.get(0).department();
	}

}
