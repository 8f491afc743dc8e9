package dev.rollcall.connector.authing.write;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.client.Refusal;
import dev.rollcall.connector.authing.fields.Link;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import org.jspecify.annotations.Nullable;

/** Carries out changes of departments, one by one. */
final class DepartmentWrites {

	private final CurrentTree tree;

	private final Definitions definitions;

	private final DepartmentCreations creations;

	private final DepartmentUpdates updates;

	private final DepartmentDeletions deletions;

	/** Those that have got another link: what is below them names it, too. */
	private final Set<String> relinked = new LinkedHashSet<>();

	/**
	 * What the plan calls the top that the root node stands for, once it has named it.
	 */
	private @Nullable String top;

	DepartmentWrites(AuthingClient client, CurrentTree tree, Definitions definitions, Emptying emptying) {
		this.tree = tree;
		this.definitions = definitions;
		this.creations = new DepartmentCreations(client, tree);
		this.updates = new DepartmentUpdates(client, emptying);
		this.deletions = new DepartmentDeletions(client, tree);
	}

	Outcome apply(Change change, DepartmentDirectory refs) {
		try {
			return switch (change.kind()) {
				case CREATE -> create((Department) Objects.requireNonNull(change.after()), refs);
				case UPDATE, MOVE -> update(change, refs);
				case DELETE -> this.deletions.delete(Objects.requireNonNull(change.ref()));
				case DISABLE -> Outcome.withheld(Message.of("authing.cannot-disable-departments"));
			};
		}
		catch (Refusal refusal) {
			return Refusals.of(refusal);
		}
	}

	/**
	 * Tells departments whose parent has got another link of that, unless a change of
	 * their own has done so.
	 * @return what went wrong, by the id of the department whose link has changed
	 */
	Map<String, Outcome> finish() {
		Map<String, Outcome> failures = new HashMap<>();
		for (String parent : this.relinked) {
			for (Tree.Node below : this.tree.get().misled(parent)) {
				Outcome outcome = tell(below, Objects.requireNonNullElse(this.tree.get().link(parent), ""));
				if (outcome.state() != Outcome.State.DONE) {
					failures.put(parent, outcome);
				}
			}
		}
		this.relinked.clear();
		return failures;
	}

	private Outcome tell(Tree.Node below, String link) {
		try {
			Outcome outcome = this.updates
				.send(new DepartmentBody(below.id(), null, null, Map.of(Link.PARENT_ID, link)));
			this.tree.get()
				.put(new Tree.Node(below.id(), below.parent(), below.name(), below.link(),
						link.isEmpty() ? null : link));
			return outcome;
		}
		catch (Refusal refusal) {
			return Refusals.of(refusal);
		}
	}

	private Outcome create(Department after, DepartmentDirectory refs) {
		Message objection = objection(after, true);
		if (objection != null) {
			return Outcome.withheld(objection);
		}
		if (after.parent() == null && this.tree.get().rootIsEntry()) {
			return adopt(after, refs);
		}
		String parent = parent(after, refs);
		if (parent == null) {
			return Outcome.withheld(Message.of("authing.parent-missing"));
		}
		String id = (after.id() == null || after.id().isEmpty()) ? null : after.id();
		DepartmentCreations.Made made = this.creations.create(parent, after.name(),
				DepartmentCreations.links(this.definitions, id, this.tree.get().link(parent)));
		if (made.id() != null) {
			refs.created(DepartmentRef.planned(after.ref()), made.id());
		}
		return made.outcome();
	}

	/** The root node is there: nothing is created, only linked. */
	private Outcome adopt(Department after, DepartmentDirectory refs) {
		if (this.top != null && !this.top.equals(after.name())) {
			return Outcome.failed(Message.of("authing.other-top", this.top, after.name()));
		}
		this.top = after.name();
		Tree.Node root = Objects.requireNonNull(this.tree.get().get(this.tree.get().root()));
		refs.created(DepartmentRef.planned(after.ref()), root.id());
		if (after.id() == null || after.id().isEmpty() || after.id().equals(root.link())) {
			return Outcome.done();
		}
		return send(root, null, root.parent(), after.id());
	}

	private Outcome update(Change change, DepartmentDirectory refs) {
		Department after = (Department) Objects.requireNonNull(change.after());
		Tree.Node node = this.tree.get().get(Objects.requireNonNull(change.ref()));
		if (node == null) {
			return Outcome.failed(Message.of("authing.department-gone"));
		}
		Message objection = objection(after, false);
		if (objection != null) {
			return Outcome.withheld(objection);
		}
		String name = after.fields().value(FieldNames.NAME);
		if (this.tree.get().isRoot(node.id())
				&& (change.kind() == ChangeKind.MOVE || (name != null && !name.equals(node.name())))) {
			return Outcome.failed(Message.of("authing.root-stays"));
		}
		String parent = (change.kind() == ChangeKind.MOVE) ? parent(after, refs) : node.parent();
		if (parent == null && change.kind() == ChangeKind.MOVE) {
			boolean oneTop = after.parent() == null;
			return Outcome.withheld(Message.of(oneTop ? "authing.one-top" : "authing.parent-missing"));
		}
		return send(node, this.tree.get().isRoot(node.id()) ? null : name, parent, after.id());
	}

	/**
	 * Sends what is to change.
	 * @param name null to leave it
	 * @param parent the id of the department above, be it the same
	 * @param id what it is to be linked to, empty for nothing, null to leave it
	 */
	private Outcome send(Tree.Node node, @Nullable String name, @Nullable String parent, @Nullable String id) {
		Tree now = this.tree.get();
		String above = Objects.requireNonNullElse(now.link(parent), "");
		boolean tells = !above.equals(Objects.requireNonNullElse(node.parentLink(), ""));
		boolean moves = !Objects.equals(parent, node.parent());
		DepartmentBody body = new DepartmentBody(node.id(), name,
				(moves && parent != null) ? now.address(parent) : null,
				DepartmentCreations.links(this.definitions, id, tells ? above : null));
		Outcome outcome = this.updates.send(body);
		String link = (id == null) ? node.link() : id.isEmpty() ? null : id;
		if (outcome.state() == Outcome.State.DONE) {
			now.put(new Tree.Node(node.id(), parent, (name != null) ? name : node.name(), link,
					above.isEmpty() ? null : above));
			if (!Objects.equals(link, node.link()) && this.definitions.has(Link.PARENT_ID)) {
				this.relinked.add(node.id());
			}
		}
		return outcome;
	}

	private @Nullable Message objection(Department after, boolean creation) {
		Message objection = DepartmentRules.objection(after, creation);
		boolean linking = after.id() != null && !(creation && after.id().isEmpty());
		return (objection == null && linking && !this.definitions.has(Link.DEPARTMENT_ID))
				? Message.of("authing.link-undefined", Link.DEPARTMENT_ID.key()) : objection;
	}

	/** The id of the department above; null when there is none. */
	private @Nullable String parent(Department after, DepartmentDirectory refs) {
		Tree now = this.tree.get();
		if (after.parent() == null) {
			return now.rootIsEntry() ? null : now.root();
		}
		String parent = refs.ref(after.parent());
		return (parent != null && now.isEntry(parent)) ? parent : null;
	}

}
