package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.compare.DepartmentExplanation;
import dev.rollcall.compare.DepartmentMatch;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.DepartmentParent;
import dev.rollcall.compare.ExplainedField;
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

	public DepartmentPlanner(DepartmentMatching matching, FieldPairing fields, IgnoreRules rules, Policy policy) {
		this.matching = matching;
		this.fields = fields;
		this.rules = rules;
		this.policy = policy;
		this.names = new PlannedDepartments(matching, policy.accounts() == null, this::isCreated);
	}

	/** Which department is which. */
	DepartmentMatching matching() {
		return this.matching;
	}

	/**
	 * What decides about each field of a department.
	 * @param desired null when only the target has it
	 * @param existing null when only the source has it
	 */
	List<ExplainedField> explain(@Nullable Department desired, @Nullable Department existing) {
		return explanation().explain(desired, existing, this.policy.update() == UpdateMode.OVERWRITE);
	}

	/** Which ignore rules protect the whole department, by their places from 0. */
	List<Integer> protecting(@Nullable Department desired, @Nullable Department existing) {
		if (existing == null) {
			return (desired == null) ? List.of() : explanation().nameless(this.matching.source().path(desired.ref()));
		}
		return explanation().protecting((desired != null) ? Operation.UPDATE : Operation.DELETE,
				this.matching.target().path(existing.ref()));
	}

	private DepartmentExplanation explanation() {
		return new DepartmentExplanation(this.matching, this.fields, this.rules, this.names);
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
		DepartmentDeletions deletions;
		DepartmentOrder order;
		List<Change> ordered;
		do {
			deletions = new DepartmentDeletions(this.matching, this.rules, this.policy, this.movedBelow, members);
			order = new DepartmentOrder(this.matching.target(), deletions.doomed());
			ordered = order.order(upserts);
		}
		while (isAnyNotMovedAfterAll(order.impossible()));
		deletions.tell(sink);
		ordered.forEach((change) -> sink.change(Phase.DEPARTMENT_UPSERT, change, null));
		order.impossible().forEach((change) -> sink.change(Phase.DEPARTMENT_UPSERT, change, Reasons.nameTaken()));
		deletions.all()
			.forEach((deletion) -> sink.change(Phase.DEPARTMENT_DELETE, deleted(deletion.existing()),
					deletion.withheld()));
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
					sink.decided(Disposition.OUT_OF_SCOPE, desired, null);
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
			sink.decided(notCreated(desired), desired, null);
			return;
		}
		String path = this.matching.source().path(desired.ref());
		Ignored ignored = this.rules.of(Operation.CREATE, path);
		String parent = (desired.parent() != null) ? this.names.desired(desired.parent()) : null;
		Department after = new Department(desired.ref(), parent, desired.id(),
				this.fields.desired(desired.fields(), this.fields.positions(ignored)), desired.origin());
		changes
			.add(new Change(ChangeKind.CREATE, EntryKind.DEPARTMENT, path, null, null, after, Reasons.onlyInSource()));
		sink.decided(Disposition.CHANGED, desired, null);
	}

	private @Nullable Change update(DepartmentMatch match, PlanSink sink) {
		Department desired = match.desired();
		Department existing = match.existing();
		String path = this.matching.target().path(existing.ref());
		Disposition left = leftAlone(match, path);
		if (left != null) {
			sink.decided(left, desired, existing);
			return null;
		}
		Ignored ignored = this.rules.of(Operation.UPDATE, path);
		boolean all = this.policy.update() == UpdateMode.OVERWRITE;
		Fields[] changed = this.fields.difference(desired.fields(), existing.fields(), this.fields.positions(ignored),
				all);
		String parent = DepartmentParent.of(desired, existing, ignored, this.names).parent();
		boolean moves = !Objects.equals(parent, existingParent(existing));
		boolean links = DepartmentExplanation.id(desired, existing, ignored).writes();
		if (changed == null && !moves && !links) {
			sink.decided(Disposition.EQUAL, desired, existing);
			return null;
		}
		sink.decided(Disposition.CHANGED, desired, existing);
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

	private @Nullable String existingParent(Department existing) {
		return (existing.parent() != null) ? this.names.existing(existing.parent()) : null;
	}

	private Department image(Department existing) {
		return new Department(existing.ref(), existingParent(existing), existing.id(),
				this.fields.existing(existing.fields()), null);
	}

	private Disposition notCreated(Department desired) {
		if (!this.names.areKept()) {
			return Disposition.NOT_KEPT;
		}
		if (!this.policy.operations().create()) {
			return Disposition.NOT_CREATED;
		}
		if (desired.name().isEmpty()) {
			return Disposition.INCOMPLETE;
		}
		if (!this.matching.hasKeyInTarget(desired)) {
			return Disposition.KEYLESS;
		}
		return isCreated(desired) ? Disposition.NO_PARENT : Disposition.PROTECTED;
	}

	/** A department that may be created has a name: there is none without. */
	private boolean isCreated(Department desired) {
		if (this.policy.accounts() != null || !this.policy.operations().create()
				|| !this.matching.hasKeyInTarget(desired) || desired.name().isEmpty()) {
			return false;
		}
		String path = this.matching.source().path(desired.ref());
		return !this.rules.of(Operation.CREATE, path).ignores(FieldNames.NAME);
	}

}
