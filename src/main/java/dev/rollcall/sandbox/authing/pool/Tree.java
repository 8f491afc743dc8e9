package dev.rollcall.sandbox.authing.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.sandbox.authing.wire.Refused;
import org.jspecify.annotations.Nullable;

/**
 * All organisations and their departments. Knows no rule but that everything has its
 * place.
 */
public final class Tree {

	/** What the root of an organisation is called in place of its id. */
	private static final String ROOT = "root";

	private final Map<String, Node> nodes = new LinkedHashMap<>();

	private final Map<String, Set<String>> children = new HashMap<>();

	private final Map<String, String> roots = new LinkedHashMap<>();

	private final NodeNames names = new NodeNames();

	Tree() {
	}

	public @Nullable Node node(String id) {
		return this.nodes.get(id);
	}

	/**
	 * The root of an organisation.
	 * @throws Refused when there is no organisation of that code
	 */
	public Node root(String organization) {
		String id = this.roots.get(organization);
		if (id == null) {
			throw Refused.notFound("组织 " + organization + " ");
		}
		return Objects.requireNonNull(this.nodes.get(id));
	}

	public boolean hasOrganization(String code) {
		return this.roots.containsKey(code);
	}

	/** The roots of all organisations, in the order of their creation. */
	public List<Node> roots() {
		return this.roots.values().stream().map(this.nodes::get).filter(Objects::nonNull).toList();
	}

	/**
	 * The department that a caller means.
	 * @param organization null when any will do
	 * @param kind what is given: {@code department_id}, {@code open_department_id},
	 * {@code code} or {@code custom_field}, the last as a key and a value with a colon
	 * between them
	 * @throws Refused when there is none
	 */
	public Node find(@Nullable String organization, String given, String kind) {
		if (given.equals(ROOT) && (organization != null || this.roots.size() == 1)) {
			return (organization != null) ? root(organization) : roots().get(0);
		}
		Node found = switch (kind) {
			case "department_id" -> this.nodes.get(given);
			case NodeNames.OPEN_ID, NodeNames.CODE, NodeNames.CUSTOM ->
				first(organization, this.names.ids(kind, given));
			case "sync_relation" -> null;
			default -> throw Refused.invalid("departmentIdType 不合法：" + kind);
		};
		if (found == null || (organization != null && !found.organization().equals(organization))) {
			throw Refused.notFound("部门 " + given + " ");
		}
		return found;
	}

	/** The departments right below, in the order of their coming there. */
	public List<Node> children(Node node) {
		return this.children.getOrDefault(node.id(), Set.of())
			.stream()
			.map(this.nodes::get)
			.filter(Objects::nonNull)
			.toList();
	}

	public boolean hasChildren(Node node) {
		return this.children.containsKey(node.id());
	}

	/** A department and everything below it, each before those below it. */
	public List<Node> subtree(Node top) {
		List<Node> found = new ArrayList<>(List.of(top));
		for (int i = 0; i < found.size(); i++) {
			found.addAll(children(found.get(i)));
		}
		return found;
	}

	/** From the root down to a department. */
	public List<Node> line(Node node) {
		List<Node> line = new ArrayList<>();
		for (Node at = node; at != null; at = (at.parent() != null) ? this.nodes.get(at.parent()) : null) {
			line.add(0, at);
		}
		return line;
	}

	public Collection<Node> nodes() {
		return this.nodes.values();
	}

	public void put(Node node) {
		Node former = this.nodes.put(node.id(), node);
		if (former != null) {
			this.names.remove(former);
		}
		this.names.add(node);
		if (former != null && !Objects.equals(former.parent(), node.parent())) {
			leave(former);
		}
		if (node.parent() != null) {
			this.children.computeIfAbsent(node.parent(), (id) -> new LinkedHashSet<>()).add(node.id());
		}
		else {
			this.roots.values().remove(node.id());
			this.roots.put(node.organization(), node.id());
		}
	}

	public void remove(Node node) {
		this.nodes.remove(node.id());
		this.names.remove(node);
		this.roots.values().remove(node.id());
		leave(node);
	}

	/**
	 * Another department that goes by the same name, null when there is none; but for
	 * custom fields, in the same organisation.
	 * @param name one of {@link NodeNames#of}
	 */
	@Nullable Node namesake(Node node, String name) {
		Set<String> others = new LinkedHashSet<>(this.names.sharing(name));
		others.remove(node.id());
		return first(name.startsWith(NodeNames.CUSTOM) ? null : node.organization(), others);
	}

	/** Puts everything of an organisation under another code. */
	public void rename(String organization, String other) {
		subtree(root(organization)).forEach((node) -> put(node.of(other)));
	}

	private void leave(Node node) {
		Set<String> siblings = (node.parent() != null) ? this.children.get(node.parent()) : null;
		if (siblings != null && siblings.remove(node.id()) && siblings.isEmpty()) {
			this.children.remove(node.parent());
		}
	}

	private @Nullable Node first(@Nullable String organization, Set<String> ids) {
		return ids.stream()
			.map(this.nodes::get)
			.filter(Objects::nonNull)
			.filter((node) -> organization == null || node.organization().equals(organization))
			.findFirst()
			.orElse(null);
	}

}
