package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.fields.PoolFields;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.DepartmentRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds what changes are about as Authing holds it now: all departments with one call,
 * members 50 with one call. Who is to be created is recognised by the userid, or by what
 * else no two users share.
 */
final class Finder {

	private final CurrentTree current;

	private final Lookup lookup;

	private final MemberBodies bodies;

	private final PoolFields fields;

	Finder(CurrentTree current, Lookup lookup, Definitions definitions, PoolFields fields) {
		this.current = current;
		this.lookup = lookup;
		this.bodies = new MemberBodies(fields, definitions);
		this.fields = fields;
	}

	List<@Nullable Entry> find(List<Change> changes, DepartmentDirectory refs) {
		List<DepartmentDetail> departments = this.current.departments();
		Tree tree = this.current.of(departments);
		Found found = new Found(this.fields, tree, departments);
		Map<String, UserDetail> byId = this.lookup.all(changes.stream()
			.filter((change) -> change.entry() == EntryKind.MEMBER && change.ref() != null)
			.map((change) -> Objects.requireNonNull(change.ref()))
			.toList());
		Map<Mark, UserDetail> byMark = this.lookup.marked(changes.stream()
			.filter((change) -> change.entry() == EntryKind.MEMBER && change.ref() == null)
			.map((change) -> mark(change, tree))
			.toList());
		List<@Nullable Entry> entries = new ArrayList<>(changes.size());
		for (Change change : changes) {
			entries.add(switch (change.entry()) {
				case DEPARTMENT -> department(change, tree, refs, found);
				case MEMBER ->
					member((change.ref() != null) ? byId.get(change.ref()) : byMark.get(mark(change, tree)), found);
			});
		}
		return entries;
	}

	private Mark mark(Change change, Tree tree) {
		return Mark.of(this.bodies.of(change, null, tree).write(false));
	}

	private static @Nullable Member member(@Nullable UserDetail user, Found found) {
		return (user != null && user.userId() != null) ? found.member(user.userId(), user) : null;
	}

	private static @Nullable Department department(Change change, Tree tree, DepartmentDirectory refs, Found found) {
		Tree.Node node = (change.ref() != null) ? tree.get(change.ref())
				: created((Department) Objects.requireNonNull(change.after()), tree, refs);
		return (node != null) ? found.department(node) : null;
	}

	private static Tree.@Nullable Node created(Department after, Tree tree, DepartmentDirectory refs) {
		String known = refs.ref(DepartmentRef.planned(after.ref()));
		if (known != null) {
			return tree.get(known);
		}
		if (after.parent() == null && tree.rootIsEntry()) {
			return tree.get(tree.root());
		}
		String parent = (after.parent() != null) ? refs.ref(after.parent()) : tree.root();
		if (parent == null) {
			return null;
		}
		Tree.Node linked = tree.linked(after.id());
		return (linked != null && parent.equals(linked.parent())) ? linked : tree.below(parent, after.name());
	}

}
