package dev.rollcall.sandbox.authing.users;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.pool.Node;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows who is in a department, and which departments somebody is in. */
public final class Members {

	private final UserPool pool;

	private final UserFinder finder;

	public Members(UserPool pool) {
		this.pool = pool;
		this.finder = new UserFinder(pool);
	}

	/** The last that joined come first, unless it is said otherwise. */
	public JsonNode list(Question question) {
		Node node = department(this.pool, question);
		Set<String> ids = new LinkedHashSet<>(this.pool.accounts().members(node.id()));
		if (question.flag("includeChildrenDepartments")) {
			this.pool.tree().subtree(node).forEach((each) -> ids.addAll(this.pool.accounts().members(each.id())));
		}
		List<String> ordered = new ArrayList<>(ids);
		if (!"asc".equalsIgnoreCase(question.text("orderBy"))) {
			Collections.reverse(ordered);
		}
		return question.page(this.pool.deepest()).of(ordered, (id) -> UserViews.user(account(id), question));
	}

	public JsonNode ids(Question question) {
		ArrayNode ids = Json.object().putArray("ids");
		this.pool.accounts().members(department(this.pool, question).id()).forEach(ids::add);
		return ids;
	}

	public JsonNode isIn(Question question) {
		Account account = this.finder.one(question.required("userId"), "user_id");
		Node node = department(this.pool, question);
		boolean below = question.flag("includeChildrenDepartments")
				&& this.pool.tree().subtree(node).stream().anyMatch((each) -> account.isIn(each.id()));
		return Json.object().put("inDepartment", below || account.isIn(node.id()));
	}

	public JsonNode departments(Question question) {
		Account account = this.finder.one(question.required("userId"), question.text("userIdType", "user_id"));
		return question.page(this.pool.deepest()).of(account.posts(), (post) -> department(account, post, question));
	}

	/** The department that a question names. */
	static Node department(UserPool pool, Question question) {
		String organization = question.required("organizationCode");
		pool.tree().root(organization);
		return pool.tree()
			.find(organization, question.required("departmentId"), question.text("departmentIdType", "department_id"));
	}

	private ObjectNode department(Account account, Account.Post post, Question question) {
		Node node = Objects.requireNonNull(this.pool.tree().node(post.department()));
		ObjectNode view = Json.object()
			.put("organizationCode", node.organization())
			.put("departmentId", node.id())
			.put("isRoot", node.isRoot())
			.put("createdAt", node.created())
			.put("name", node.name())
			.put("description", node.description())
			.put("openDepartmentId", node.openId())
			.put("isLeader", node.leaders().contains(account.id()))
			.put("code", node.code())
			.put("isMainDepartment", node.id().equals(account.main()))
			.put("joinedAt", post.joined())
			.put("isVirtualNode", node.virtual());
		if (question.flag("withCustomData")) {
			view.set("customData", node.custom());
		}
		if (question.flag("withDepartmentPaths")) {
			ArrayNode ids = view.putArray("departmentIdPath");
			ArrayNode names = view.putArray("departmentNamePath");
			this.pool.tree().line(node).forEach((above) -> {
				ids.add(above.id());
				names.add(above.name());
			});
		}
		return view;
	}

	private Account account(String id) {
		return Objects.requireNonNull(this.pool.accounts().get(id));
	}

}
