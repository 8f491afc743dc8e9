package dev.rollcall.sandbox.authing.pool;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A department, or the root of an organisation.
 *
 * @param id given by Authing
 * @param organization the code of its organisation
 * @param parent the id of the one above, null of a root
 * @param name not empty
 * @param openId an id of the company's own, null when it has none
 * @param code another one, null when it has none
 * @param description null when it has none
 * @param leaders the ids of the users who lead it
 * @param on whether it is in use
 * @param virtual whether it is no department but a node of the tree
 * @param custom what stands in custom fields, never changed
 * @param created when it was created
 * @param updated when it was last changed
 */
public record Node(String id, String organization, @Nullable String parent, String name, @Nullable String openId,
		@Nullable String code, @Nullable String description, List<String> leaders, boolean on, boolean virtual,
		ObjectNode custom, String created, String updated) {

	public Node {
		leaders = List.copyOf(leaders);
	}

	public boolean isRoot() {
		return this.parent == null;
	}

	public Node ledBy(List<String> others) {
		return new Node(this.id, this.organization, this.parent, this.name, this.openId, this.code, this.description,
				others, this.on, this.virtual, this.custom, this.created, this.updated);
	}

	public Node holding(ObjectNode otherCustom, String now) {
		return new Node(this.id, this.organization, this.parent, this.name, this.openId, this.code, this.description,
				this.leaders, this.on, this.virtual, otherCustom, this.created, now);
	}

	public Node turned(boolean otherOn, String now) {
		return new Node(this.id, this.organization, this.parent, this.name, this.openId, this.code, this.description,
				this.leaders, otherOn, this.virtual, this.custom, this.created, now);
	}

	/** In an organisation of another code. */
	public Node of(String otherOrganization) {
		return new Node(this.id, otherOrganization, this.parent, this.name, this.openId, this.code, this.description,
				this.leaders, this.on, this.virtual, this.custom, this.created, this.updated);
	}

}
