package dev.rollcall.sandbox.authing.departments;

import java.util.List;
import java.util.Objects;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.CustomFields;
import dev.rollcall.sandbox.authing.pool.Node;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Page;
import dev.rollcall.sandbox.authing.wire.Question;
import dev.rollcall.sandbox.authing.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows and changes organisations. */
public final class Organizations {

	private final UserPool pool;

	private final DepartmentViews views;

	public Organizations(UserPool pool) {
		this.pool = pool;
		this.views = new DepartmentViews(pool);
	}

	public JsonNode list(Question question) {
		List<Node> roots = this.pool.tree().roots();
		Page page = question.flag("fetchAll") ? new Page(1, Math.max(1, roots.size()))
				: question.page(this.pool.deepest());
		return page.of(roots, (root) -> this.views.organization(root, question));
	}

	public JsonNode one(Question question) {
		return this.views.organization(this.pool.tree().root(question.required("organizationCode")), question);
	}

	public JsonNode create(Question question) {
		String code = free(question.required("organizationCode"));
		Node root = this.pool.organization(code, question.required("organizationName"));
		return changed(root, question);
	}

	public JsonNode update(Question question) {
		String code = question.required("organizationCode");
		String other = question.text("organizationNewCode");
		this.pool.tree().root(code);
		if (other != null && !other.equals(code)) {
			this.pool.tree().rename(code, free(other));
		}
		return changed(this.pool.tree().root((other != null) ? other : code), question);
	}

	/** With all its departments; the users stay, without a place there. */
	public JsonNode delete(Question question) {
		List<Node> all = this.pool.tree().subtree(this.pool.tree().root(question.required("organizationCode")));
		all.forEach((node) -> DepartmentWrites.empty(this.pool, node));
		all.forEach(this.pool.tree()::remove);
		return Json.object().put("success", true);
	}

	private String free(String code) {
		if (this.pool.tree().hasOrganization(code)) {
			throw Refused.taken("organizationCode");
		}
		return code;
	}

	private JsonNode changed(Node root, Question question) {
		Node node = new Node(root.id(), root.organization(), null,
				Objects.requireNonNullElse(question.text("organizationName"), root.name()),
				text(question, "openDepartmentId", root.openId()), root.code(),
				text(question, "description", root.description()),
				question.has("leaderUserIds") ? question.texts("leaderUserIds") : root.leaders(), root.on(), false,
				this.pool.custom(CustomFields.DEPARTMENT, root.custom(), question.values().path("customData")),
				root.created(), this.pool.now());
		this.pool.tree().put(node);
		return this.views.organization(node, question);
	}

	private static @Nullable String text(Question question, String field, @Nullable String former) {
		String text = question.text(field);
		return (text != null) ? text : former;
	}

}
