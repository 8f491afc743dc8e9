package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.compare.DepartmentMatch;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.FieldPairing;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.Ignored;
import dev.rollcall.compare.Operation;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** Plans what is done to departments. */
public final class DepartmentPlanner {

	/** Stands for no department at all. */
	private static final String TOP = DepartmentRef.planned("");

	private final DepartmentMatching matching;

	private final FieldPairing fields;

	private final IgnoreRules rules;

	private final Policy policy;

	private final PlannedDepartments names;

	private final Map<String, String> movedBelow = new HashMap<>();

	/**
	 * A department that only the target has.
	 *
	 * @param withheld why it does not go although it should, else null
	 */
	private record Deletion(Department existing, Disposition disposition, @Nullable Message withheld) {

		boolean isDone() {
			return this.disposition == Disposition.CHANGED;
		}

		boolean isListed() {
			return isDone() || this.withheld != null;
		}

		Change change(DepartmentPlanner planner) {
			return new Change(ChangeKind.DELETE, EntryKind.DEPARTMENT,
					planner.matching.target().path(this.existing.ref()), this.existing.ref(),
					planner.image(this.existing), null, Reasons.onlyInTarget());
		}

	}

	public DepartmentPlanner(DepartmentMatching matching, FieldPairing fields, IgnoreRules rules, Policy policy) {
		this.matching = matching;
		this.fields = fields;
		this.rules = rules;
		this.policy = policy;
		this.names = new PlannedDepartments(matching, this::isCreated);
	}

	/** How the plan calls the departments of both sides. */
	public PlannedDepartments names() {
		return this.names;
	}

	/**
	 * Plans everything: creations, renames and moves in an order in which each is
	 * possible, and deletions, leaves first.
	 * @param staying refs of target departments in which somebody is when the plan is
	 * done
	 */
	public void plan(Set<String> staying, PlanSink sink) {
		conflicts(sink);
		List<Change> upserts = upserts(sink);
		List<Deletion> deletions;
		DepartmentOrder order;
		List<Change> ordered;
		do {
			deletions = deletions(staying);
			order = new DepartmentOrder(this.matching.target(), doomed(deletions));
			ordered = order.order(upserts);
		}
		while (isAnyNotMovedAfterAll(order.impossible()));
		deletions.forEach((deletion) -> sink.decided(EntryKind.DEPARTMENT, deletion.disposition(), 0, 1));
		ordered.forEach((change) -> sink.change(Phase.DEPARTMENT_UPSERT, change, null));
		order.impossible().forEach((change) -> sink.change(Phase.DEPARTMENT_UPSERT, change, Reasons.nameTaken()));
		deletions.stream()
			.filter(Deletion::isListed)
			.forEach((deletion) -> sink.change(Phase.DEPARTMENT_DELETE, deletion.change(this), deletion.withheld()));
	}

	/** Departments that go, and that may be given another name before they do. */
	private Set<String> doomed(List<Deletion> deletions) {
		return deletions.stream()
			.filter(Deletion::isDone)
			.map((deletion) -> deletion.existing().ref())
			.filter((
					ref) -> !this.rules.of(Operation.UPDATE, this.matching.target().path(ref)).ignores(FieldNames.NAME))
			.collect(Collectors.toSet());
	}

	/**
	 * Takes note of departments that cannot be moved: what is above them has to stay.
	 */
	private boolean isAnyNotMovedAfterAll(List<Change> impossible) {
		return this.movedBelow.keySet()
			.removeIf((ref) -> impossible.stream().anyMatch((change) -> ref.equals(change.ref())));
	}

	private void conflicts(PlanSink sink) {
		this.matching.conflicts().forEach((conflict) -> {
			sink.conflict(EntryKind.DEPARTMENT, conflict.key(),
					Reasons.sharedKey(conflict.desired().size(), conflict.existing().size()));
			sink.decided(EntryKind.DEPARTMENT, Disposition.CONFLICT, conflict.desired().size(),
					conflict.existing().size());
		});
	}

	private List<Change> upserts(PlanSink sink) {
		List<Change> changes = new ArrayList<>();
		for (Department desired : this.matching.source().parentsFirst()) {
			DepartmentMatch match = this.matching.ofSource(desired.ref());
			if (match != null) {
				Change change = update(match, sink);
				if (change != null) {
					changes.add(change);
				}
			}
			else if (!this.matching.isContestedInSource(desired.ref())) {
				create(desired, changes, sink);
			}
		}
		return changes;
	}

	/** All departments that only the target has, leaves first. */
	private List<Deletion> deletions(Set<String> staying) {
		List<Deletion> deletions = new ArrayList<>();
		Set<String> kept = new HashSet<>(staying);
		List<Department> leavesFirst = new ArrayList<>(this.matching.target().parentsFirst());
		Collections.reverse(leavesFirst);
		for (Department existing : leavesFirst) {
			boolean stays = this.matching.ofTarget(existing.ref()) != null
					|| this.matching.isContestedInTarget(existing.ref());
			Deletion deletion = stays ? null : deletion(existing, kept);
			if (deletion != null) {
				deletions.add(deletion);
			}
			if (deletion == null || !deletion.isDone()) {
				keep(parentWhenDone(existing), kept);
			}
		}
		return deletions;
	}

	private Deletion deletion(Department existing, Set<String> kept) {
		if (!this.policy.operations().deleteDepartments()) {
			return new Deletion(existing, Disposition.NOT_DELETED, null);
		}
		String path = this.matching.target().path(existing.ref());
		if (this.rules.of(Operation.DELETE, path).entry()) {
			return new Deletion(existing, Disposition.PROTECTED, null);
		}
		Message withheld = kept.contains(existing.ref()) ? Reasons.notEmpty()
				: isSourceWhole() ? null : Reasons.sourceIncomplete();
		return new Deletion(existing, (withheld != null) ? Disposition.WITHHELD : Disposition.CHANGED, withheld);
	}

	/**
	 * Whether the source can say that a department is gone: one that names none at all
	 * does not tell departments.
	 */
	private boolean isSourceWhole() {
		return this.policy.source().proved() && this.matching.source().size() > 0;
	}

	private void create(Department desired, List<Change> changes, PlanSink sink) {
		if (!this.names.isPlanned(desired.ref())) {
			sink.decided(EntryKind.DEPARTMENT,
					this.policy.operations().create() ? Disposition.PROTECTED : Disposition.NOT_CREATED, 1, 0);
			return;
		}
		String path = this.matching.source().path(desired.ref());
		Ignored ignored = this.rules.of(Operation.CREATE, path);
		String parent = (desired.parent() != null) ? this.names.desired(desired.parent()) : null;
		Department after = new Department(desired.ref(), parent, desired.id(),
				this.fields.desired(desired.fields(), this.fields.positions(ignored)), desired.origin());
		changes
			.add(new Change(ChangeKind.CREATE, EntryKind.DEPARTMENT, path, null, null, after, Reasons.onlyInSource()));
		sink.decided(EntryKind.DEPARTMENT, Disposition.CHANGED, 1, 0);
	}

	private @Nullable Change update(DepartmentMatch match, PlanSink sink) {
		Department desired = match.desired();
		Department existing = match.existing();
		String path = this.matching.target().path(existing.ref());
		Disposition left = leftAlone(path);
		if (left != null) {
			sink.decided(EntryKind.DEPARTMENT, left, 1, 1);
			return null;
		}
		Ignored ignored = this.rules.of(Operation.UPDATE, path);
		boolean all = this.policy.update() == UpdateMode.OVERWRITE;
		Fields[] changed = this.fields.difference(desired.fields(), existing.fields(), this.fields.positions(ignored),
				all);
		String parent = parent(desired, existing, ignored);
		boolean moves = !Objects.equals(parent, existingParent(existing));
		boolean links = existing.id() == null && desired.id() != null;
		if (changed == null && !moves && !links) {
			sink.decided(EntryKind.DEPARTMENT, Disposition.EQUAL, 1, 1);
			return null;
		}
		sink.decided(EntryKind.DEPARTMENT, Disposition.CHANGED, 1, 1);
		if (moves) {
			this.movedBelow.put(existing.ref(), (parent != null) ? parent : TOP);
		}
		Fields none = Fields.unknown(this.fields.planned());
		Department before = new Department(existing.ref(), moves ? existingParent(existing) : null, null,
				(changed != null) ? changed[0] : none, null);
		Department after = new Department(existing.ref(), moves ? parent : null, links ? desired.id() : null,
				(changed != null) ? changed[1] : none, null);
		return described(new Change(moves ? ChangeKind.MOVE : ChangeKind.UPDATE, EntryKind.DEPARTMENT, path,
				existing.ref(), before, after, Reasons.onlyInSource()), match, all);
	}

	private Change described(Change change, DepartmentMatch match, boolean all) {
		List<String> names = Differences.names(change);
		Message reason = (match.how() == DepartmentMatch.How.MEMBERS)
				? Reasons.renamed(match.agreeing(), match.members())
				: all ? Reasons.overwritten(names) : Reasons.differs(names);
		return change.because(reason);
	}

	private @Nullable Disposition leftAlone(String path) {
		if (!this.policy.operations().update() || this.policy.update() == UpdateMode.NEVER) {
			return Disposition.NOT_UPDATED;
		}
		return this.rules.of(Operation.UPDATE, path).entry() ? Disposition.PROTECTED : null;
	}

	/** The wanted parent; the existing one where it is ignored or cannot be told. */
	private @Nullable String parent(Department desired, Department existing, Ignored ignored) {
		if (ignored.ignores(FieldNames.PARENT)) {
			return existingParent(existing);
		}
		if (desired.parent() == null) {
			return null;
		}
		String wanted = this.names.desired(desired.parent());
		return (wanted != null) ? wanted : existingParent(existing);
	}

	private @Nullable String existingParent(Department existing) {
		return (existing.parent() != null) ? this.names.existing(existing.parent()) : null;
	}

	private Department image(Department existing) {
		return new Department(existing.ref(), existingParent(existing), existing.id(),
				this.fields.existing(existing.fields()), null);
	}

	/** The ref of the department above, once all departments have been moved. */
	private @Nullable String parentWhenDone(Department existing) {
		String moved = this.movedBelow.get(existing.ref());
		if (moved == null) {
			return existing.parent();
		}
		return DepartmentRef.isPlanned(moved) ? null : DepartmentRef.ref(moved);
	}

	/** A department that may be created has a name: there is none without. */
	private boolean isCreated(Department desired) {
		if (!this.policy.operations().create()) {
			return false;
		}
		String path = this.matching.source().path(desired.ref());
		return !this.rules.of(Operation.CREATE, path).ignores(FieldNames.NAME);
	}

	private static void keep(@Nullable String parent, Set<String> kept) {
		if (parent != null) {
			kept.add(parent);
		}
	}

}
