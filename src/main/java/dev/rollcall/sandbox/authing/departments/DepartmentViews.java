package dev.rollcall.sandbox.authing.departments;

import java.util.List;
import java.util.Map;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.Node;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Organisations and departments as Authing shows them. */
final class DepartmentViews {

	private final UserPool pool;

	DepartmentViews(UserPool pool) {
		this.pool = pool;
	}

	ObjectNode organization(Node root, Question question) {
		ObjectNode view = Json.object()
			.put("organizationCode", root.organization())
			.put("organizationName", root.name())
			.put("description", root.description())
			.put("createdAt", root.created())
			.put("updatedAt", root.updated())
			.put("departmentId", root.id())
			.put("openDepartmentId", root.openId())
			.put("hasChildren", this.pool.tree().hasChildren(root));
		texts(view, "leaderUserIds", root.leaders());
		view.put("membersCount", this.pool.accounts().members(root.id()).size()).put("isVirtualNode", false);
		custom(root, question, view);
		return view;
	}

	ObjectNode department(Node node, Question question) {
		ObjectNode view = Json.object()
			.put("organizationCode", node.organization())
			.put("departmentId", node.id())
			.put("createdAt", node.created())
			.put("updatedAt", node.updated())
			.put("openDepartmentId", node.openId())
			.put("name", node.name());
		texts(view, "leaderUserIds", node.leaders());
		view.put("description", node.description()).put("parentDepartmentId", node.parent()).put("code", node.code());
		Node parent = (node.parent() != null) ? this.pool.tree().node(node.parent()) : null;
		view.put("parentDepartmentCode", (parent != null) ? parent.code() : null)
			.put("membersCount", this.pool.accounts().members(node.id()).size())
			.put("hasChildren", this.pool.tree().hasChildren(node))
			.put("isVirtualNode", node.virtual())
			.put("status", node.on());
		custom(node, question, view);
		return view;
	}

	ObjectNode departments(List<Node> nodes, Question question) {
		ObjectNode answer = Json.object().put("totalCount", nodes.size());
		ArrayNode list = answer.putArray("list");
		nodes.forEach((node) -> list.add(department(node, question)));
		return answer;
	}

	private static void custom(Node node, Question question, ObjectNode view) {
		if (question.flag("flatCustomData")) {
			for (Map.Entry<String, JsonNode> field : node.custom().properties()) {
				view.set(field.getKey(), field.getValue());
			}
		}
		else if (question.flag("withCustomData")) {
			view.set("customData", node.custom());
		}
	}

	private static void texts(ObjectNode view, String field, List<String> texts) {
		ArrayNode list = view.putArray(field);
		texts.forEach(list::add);
	}

}
