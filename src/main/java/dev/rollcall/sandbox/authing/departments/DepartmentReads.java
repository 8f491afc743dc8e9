package dev.rollcall.sandbox.authing.departments;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.Habit;
import dev.rollcall.sandbox.authing.pool.Node;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Question;
import dev.rollcall.sandbox.authing.wire.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Shows departments. */
public final class DepartmentReads {

	private final UserPool pool;

	private final DepartmentViews views;

	public DepartmentReads(UserPool pool) {
		this.pool = pool;
		this.views = new DepartmentViews(pool);
	}

	public JsonNode one(Question question) {
		String organization = question.required("organizationCode");
		this.pool.tree().root(organization);
		String code = question.text("departmentCode");
		Node node = (code != null && !question.has("departmentId")) ? this.pool.tree().find(organization, code, "code")
				: meant(this.pool, question, "departmentId");
		return this.views.department(node, question);
	}

	public JsonNode byId(Question question) {
		return this.views.department(this.pool.tree().find(null, question.required("departmentId"), "department_id"),
				question);
	}

	/** The whole tree below a department, in one answer. */
	public JsonNode all(Question question) {
		List<Node> nodes = new ArrayList<>(this.pool.tree()
			.subtree(question.has("departmentId") ? meant(this.pool, question, "departmentId")
					: this.pool.tree().root(question.required("organizationCode"))));
		if (this.pool.has(Habit.ROOT_UNLISTED)) {
			nodes.remove(0);
		}
		return this.views.departments(nodes, question);
	}

	public JsonNode children(Question question) {
		List<Node> nodes = new ArrayList<>(this.pool.tree().children(meant(this.pool, question, "departmentId")));
		nodes.removeIf((node) -> question.flag("excludeVirtualNode") && node.virtual());
		nodes.removeIf((node) -> question.flag("onlyVirtualNode") && !node.virtual());
		nodes.removeIf((node) -> question.has("status") && node.on() != question.flag("status"));
		return this.views.departments(nodes, question);
	}

	/** By a part of the name. */
	public JsonNode search(Question question) {
		String wanted = question.required("keywords");
		if (wanted.isBlank()) {
			throw Refused.missing("keywords");
		}
		ArrayNode found = Json.object().putArray("found");
		this.pool.tree()
			.subtree(this.pool.tree().root(question.required("organizationCode")))
			.stream()
			.filter((node) -> !node.isRoot() && node.name().contains(wanted))
			.forEach((node) -> found.add(this.views.department(node, question)));
		return found;
	}

	/** The department that a question names in a field. */
	static Node meant(UserPool pool, Question question, String field) {
		String organization = question.required("organizationCode");
		pool.tree().root(organization);
		return pool.tree()
			.find(organization, question.required(field), question.text("departmentIdType", "department_id"));
	}

}
