package dev.rollcall.connector.authing.write;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.client.Refusal;
import dev.rollcall.connector.authing.fields.Link;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Creates departments, so that none is created twice when an answer is lost: Authing
 * would do that, for a name may stand twice below one department.
 */
final class DepartmentCreations {

	/** How often one is sent whose answer is lost each time. */
	private static final int ROUNDS = 4;

	private final AuthingClient client;

	private final CurrentTree tree;

	DepartmentCreations(AuthingClient client, CurrentTree tree) {
		this.client = client;
		this.tree = tree;
	}

	/** What was made, or why nothing was. */
	record Made(@Nullable String id, Outcome outcome) {

	}

	/**
	 * Creates a department.
	 * @param parent the id of the one above
	 * @param links what its links are to hold
	 */
	Made create(String parent, String name, Map<Link, String> links) {
		Message objection = objection(parent, name, links);
		if (objection != null) {
			return new Made(null, Outcome.failed(objection));
		}
		try {
			String id = made(parent, new DepartmentBody(null, name, this.tree.get().address(parent), links));
			this.tree.get()
				.put(new Tree.Node(id, parent, name, value(links, Link.DEPARTMENT_ID), value(links, Link.PARENT_ID)));
			return new Made(id, Outcome.done());
		}
		catch (Refusal refusal) {
			return new Made(null, Refusals.of(refusal));
		}
	}

	private @Nullable Message objection(String parent, String name, Map<Link, String> links) {
		Tree now = this.tree.get();
		if (now.below(parent, name) != null) {
			return Message.of("authing.department-exists", name);
		}
		String id = links.get(Link.DEPARTMENT_ID);
		Tree.Node twin = now.linked(id);
		return (twin == null || id == null) ? null
				: Message.of("authing.department-id-taken", id, Objects.requireNonNullElse(twin.name(), twin.id()));
	}

	private static @Nullable String value(Map<Link, String> links, Link link) {
		String value = links.get(link);
		return (value == null || value.isEmpty()) ? null : value;
	}

	/** Sends it, and after a lost answer looks before it is sent again. */
	private String made(String parent, DepartmentBody body) {
		DirectoryException lost = null;
		for (int round = 0; round < ROUNDS; round++) {
			try {
				String id = this.client.createDepartment(body.write(this.client.access().organization(), false))
					.departmentId();
				lost = null;
				if (id != null) {
					return id;
				}
			}
			catch (Refusal refusal) {
				// The first one may have arrived late, and this one been refused for it.
				Tree.Node there = (lost != null) ? there(parent, body) : null;
				if (there == null) {
					throw refusal;
				}
				return there.id();
			}
			catch (DirectoryException ex) {
				if (!ex.isPassing()) {
					throw ex;
				}
				lost = ex;
			}
			Tree.Node there = there(parent, body);
			if (there != null) {
				return there.id();
			}
		}
		throw (lost != null) ? lost
				: new DirectoryException(Message.of("authing.unseen", String.valueOf(body.name())), true, null);
	}

	/** By its link, else by where it is and its name: there was none of that name. */
	private Tree.@Nullable Node there(String parent, DepartmentBody body) {
		Tree now = this.tree.fresh();
		Tree.Node linked = now.linked(body.links().get(Link.DEPARTMENT_ID));
		return (linked != null) ? linked : now.below(parent, Objects.requireNonNull(body.name()));
	}

	/** What the links of a department hold, in so far as the pool defines them. */
	static Map<Link, String> links(Definitions definitions, @Nullable String id, @Nullable String parentLink) {
		Map<Link, String> links = new LinkedHashMap<>();
		if (id != null) {
			links.put(Link.DEPARTMENT_ID, id);
		}
		if (parentLink != null && definitions.has(Link.PARENT_ID)) {
			links.put(Link.PARENT_ID, parentLink);
		}
		return links;
	}

}
