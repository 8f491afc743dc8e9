package dev.rollcall.connector.authing.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.fields.Link;
import dev.rollcall.connector.authing.fields.PoolFields;
import org.jspecify.annotations.Nullable;

/**
 * The departments of the organisation, as Authing has said once and as we have changed
 * them since.
 */
final class Tree {

	/** What stands for the root node wherever a department is named. */
	static final String ROOT = "root";

	private final String root;

	private final boolean rootIsEntry;

	private final Map<String, Node> nodes = new LinkedHashMap<>();

	/**
	 * A tree.
	 * @param root the id of the root node, which Authing may list or not
	 * @param rootIsEntry whether it counts as a department
	 */
	Tree(String root, boolean rootIsEntry, List<DepartmentDetail> departments) {
		this.root = root;
		this.rootIsEntry = rootIsEntry;
		this.nodes.put(root, new Node(root, null, null, null, null));
		departments.forEach((department) -> {
			if (department.departmentId() != null) {
				put(node(department.departmentId(), department));
			}
		});
	}

	/**
	 * A department.
	 *
	 * @param parent the id of the one above, null for the root node
	 * @param link the id that it is linked to
	 * @param parentLink what it says that the one above is linked to
	 */
	record Node(String id, @Nullable String parent, @Nullable String name, @Nullable String link,
			@Nullable String parentLink) {

	}

	private Node node(String id, DepartmentDetail department) {
		String above = department.parentDepartmentId();
		boolean below = above == null || above.isEmpty() || above.equals(ROOT);
		return new Node(id, id.equals(this.root) ? null : below ? this.root : above, department.name(),
				PoolFields.id(department), PoolFields.link(department.customData(), Link.PARENT_ID));
	}

	String root() {
		return this.root;
	}

	boolean isRoot(@Nullable String id) {
		return this.root.equals(id);
	}

	/** How Authing is told of a department above another. */
	String address(String id) {
		return isRoot(id) ? ROOT : id;
	}

	@Nullable Node get(String id) {
		return this.nodes.get(id);
	}

	/** Whether a department belongs to the organisation, the root node included. */
	boolean has(String id) {
		return this.nodes.containsKey(id);
	}

	/** Whether a department counts as one. */
	boolean isEntry(String id) {
		return has(id) && (this.rootIsEntry || !isRoot(id));
	}

	/** Whether the root node stands for the other side's top. */
	boolean rootIsEntry() {
		return this.rootIsEntry;
	}

	void put(Node node) {
		this.nodes.put(node.id(), node);
	}

	void remove(String id) {
		this.nodes.remove(id);
	}

	List<Node> children(String id) {
		return this.nodes.values().stream().filter((node) -> id.equals(node.parent())).toList();
	}

	/** A department of some name below another, null when there is none. */
	@Nullable Node below(String parent, String name) {
		return children(parent).stream().filter((node) -> name.equals(node.name())).findFirst().orElse(null);
	}

	/** The department that is linked to an id, null when there is none. */
	@Nullable Node linked(@Nullable String id) {
		return (id == null || id.isEmpty()) ? null
				: this.nodes.values().stream().filter((node) -> id.equals(node.link())).findFirst().orElse(null);
	}

	/** What a department is linked to. */
	@Nullable String link(@Nullable String id) {
		Node node = (id != null) ? this.nodes.get(id) : null;
		return (node != null) ? node.link() : null;
	}

	/**
	 * Those below a department that say something else of it than what it is linked to.
	 */
	List<Node> misled(String id) {
		return children(id).stream().filter((node) -> !Objects.equals(node.parentLink(), link(id))).toList();
	}

}
