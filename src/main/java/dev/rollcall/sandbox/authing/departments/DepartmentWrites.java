package dev.rollcall.sandbox.authing.departments;

import java.util.List;
import java.util.Objects;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.pool.CustomFields;
import dev.rollcall.sandbox.authing.pool.Habit;
import dev.rollcall.sandbox.authing.pool.Node;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Question;
import dev.rollcall.sandbox.authing.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Creates, changes and deletes departments. */
public final class DepartmentWrites {

	/** What an answer shows of a department that was written. */
	private static final Question EVERYTHING = Question.of(Json.object().put("withCustomData", true));

	private final UserPool pool;

	private final DepartmentViews views;

	public DepartmentWrites(UserPool pool) {
		this.pool = pool;
		this.views = new DepartmentViews(pool);
	}

	public JsonNode create(Question question) {
		Node parent = DepartmentReads.meant(this.pool, question, "parentDepartmentId");
		String now = this.pool.now();
		Node node = new Node(this.pool.newId(), parent.organization(), parent.id(), question.required("name"),
				filled(question.text("openDepartmentId")), filled(question.text("code")),
				filled(question.text("description")), List.of(), true, question.flag("isVirtualNode"),
				this.pool.custom(CustomFields.DEPARTMENT, Json.object(), question.values().path("customData")), now,
				now);
		this.pool.checkUnique(node);
		this.pool.tree().put(node);
		return this.views.department(node, EVERYTHING);
	}

	/** Changes what is said and nothing else; the company's own id stays as it is. */
	public JsonNode update(Question question) {
		Node old = DepartmentReads.meant(this.pool, question, "departmentId");
		Node node = new Node(old.id(), old.organization(), parent(question, old),
				question.has("name") ? question.required("name") : old.name(), old.openId(),
				text(question, "code", old.code()), text(question, "description", old.description()),
				leaders(question, old), question.has("status") ? question.flag("status") : old.on(), old.virtual(),
				this.pool.custom(CustomFields.DEPARTMENT, old.custom(), question.values().path("customData")),
				old.created(), this.pool.now());
		this.pool.checkUnique(node);
		this.pool.tree().put(node);
		return this.views.department(node, EVERYTHING);
	}

	public JsonNode turn(Question question) {
		Node node = this.pool.tree().find(null, question.required("departmentId"), "department_id");
		if (!question.has("status")) {
			throw Refused.missing("status");
		}
		this.pool.tree().put(node.turned(question.flag("status"), this.pool.now()));
		return this.views.department(Objects.requireNonNull(this.pool.tree().node(node.id())), EVERYTHING);
	}

	public JsonNode delete(Question question) {
		Node node = DepartmentReads.meant(this.pool, question, "departmentId");
		if (node.isRoot()) {
			throw Refused.impossible("不能删除根部门");
		}
		List<Node> all = this.pool.tree().subtree(node);
		boolean full = all.size() > 1 || !this.pool.accounts().members(node.id()).isEmpty();
		if (full && !this.pool.has(Habit.DELETES_FULL_DEPARTMENTS)) {
			throw Refused.impossible("部门下存在子部门或成员，无法删除");
		}
		all.forEach((each) -> empty(this.pool, each));
		all.forEach(this.pool.tree()::remove);
		return Json.object().put("success", true);
	}

	/** Takes all users out of a department. */
	static void empty(UserPool pool, Node node) {
		for (String id : List.copyOf(pool.accounts().members(node.id()))) {
			Account account = Objects.requireNonNull(pool.accounts().get(id));
			List<Account.Post> left = account.posts()
				.stream()
				.filter((post) -> !post.department().equals(node.id()))
				.toList();
			pool.put(account.in(left, node.id().equals(account.main()) ? null : account.main(), pool.now()));
		}
	}

	private @Nullable String parent(Question question, Node node) {
		if (!question.has("parentDepartmentId")) {
			return node.parent();
		}
		Node parent = DepartmentReads.meant(this.pool, question, "parentDepartmentId");
		if (node.isRoot() || this.pool.tree().line(parent).stream().anyMatch((above) -> above.id().equals(node.id()))) {
			throw Refused.impossible("不能移动到自身或其子部门之下");
		}
		return parent.id();
	}

	private List<String> leaders(Question question, Node node) {
		if (!question.has("leaderUserIds")) {
			return node.leaders();
		}
		List<String> leaders = question.texts("leaderUserIds");
		if (leaders.stream().anyMatch((id) -> this.pool.accounts().get(id) == null)) {
			throw Refused.noSuchUser();
		}
		return leaders;
	}

	private @Nullable String text(Question question, String field, @Nullable String former) {
		String text = question.text(field);
		boolean keeps = text == null ? !question.has(field) || this.pool.has(Habit.NULL_KEEPS)
				: text.isEmpty() && this.pool.has(Habit.EMPTY_KEEPS);
		return keeps ? former : filled(text);
	}

	private static @Nullable String filled(@Nullable String text) {
		return (text != null && !text.isEmpty()) ? text : null;
	}

}
