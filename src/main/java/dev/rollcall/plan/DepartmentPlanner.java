package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashMap;
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
import dev.rollcall.plan.DepartmentDeletions.Deletion;
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
	 * @param members where they are when the plan is done
	 */
	public void plan(Whereabouts members, PlanSink sink) {
		conflicts(sink);
		List<Change> upserts = upserts(needed(members.needed()), sink);
		List<Deletion> deletions = new DepartmentDeletions(this.matching, this.rules, this.policy, this.movedBelow,
				members)
			.decide(sink);
		Set<String> doomed = deletions.stream()
			.filter((deletion) -> deletion.withheld() == null)
			.map((deletion) -> deletion.existing().ref())
			.collect(Collectors.toSet());
		DepartmentOrder order = new DepartmentOrder(this.matching.target(), doomed);
		order.order(upserts).forEach((change) -> sink.change(Phase.DEPARTMENT_UPSERT, change, null));
		order.impossible().forEach((change) -> sink.change(Phase.DEPARTMENT_UPSERT, change, Reasons.nameTaken()));
		deletions.forEach(
				(deletion) -> sink.change(Phase.DEPARTMENT_DELETE, deleted(deletion.existing()), deletion.withheld()));
	}

	private void conflicts(PlanSink sink) {
		this.matching.conflicts().forEach((conflict) -> {
			boolean meant = this.policy.scope().includes(conflict);
			if (meant) {
				sink.conflict(EntryKind.DEPARTMENT, conflict.key(),
						Reasons.sharedKey(conflict.desired().size(), conflict.existing().size()));
			}
			sink.decided(EntryKind.DEPARTMENT, meant ? Disposition.CONFLICT : Disposition.OUT_OF_SCOPE,
					conflict.desired().size(), conflict.existing().size());
		});
	}

	/** The departments of the source that members need, and all above them. */
	private Set<String> needed(Set<String> ofMembers) {
		return ofMembers.stream()
			.flatMap((ref) -> this.matching.source().lineage(ref).stream())
			.map(Department::ref)
			.collect(Collectors.toSet());
	}

	private List<Change> upserts(Set<String> needed, PlanSink sink) {
		Scope scope = this.policy.scope();
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
				if (scope.isAbove(desired) || needed.contains(desired.ref())) {
					create(desired, changes, sink);
				}
				else {
					sink.decided(EntryKind.DEPARTMENT, Disposition.OUT_OF_SCOPE, 1, 0);
				}
			}
		}
		return changes;
	}

	private Change deleted(Department existing) {
		return new Change(ChangeKind.DELETE, EntryKind.DEPARTMENT, this.matching.target().path(existing.ref()),
				existing.ref(), image(existing), null, Reasons.onlyInTarget());
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
		Disposition left = leftAlone(match, path);
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

	private @Nullable Disposition leftAlone(DepartmentMatch match, String path) {
		if (!this.policy.scope().includes(match)) {
			return Disposition.OUT_OF_SCOPE;
		}
		if (!this.policy.updates()) {
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

	/** A department that may be created has a name: there is none without. */
	private boolean isCreated(Department desired) {
		if (!this.policy.operations().create()) {
			return false;
		}
		String path = this.matching.source().path(desired.ref());
		return !this.rules.of(Operation.CREATE, path).ignores(FieldNames.NAME);
	}

}
