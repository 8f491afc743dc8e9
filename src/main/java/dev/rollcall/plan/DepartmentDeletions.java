package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.Operation;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Decides about the departments that only the target has, leaves first: whoever and
 * whatever stays in one keeps those above it, too.
 */
final class DepartmentDeletions {

	private final DepartmentMatching matching;

	private final IgnoreRules rules;

	private final Policy policy;

	private final Map<String, String> movedBelow;

	private final Set<String> kept;

	private final Set<String> waiting;

	private final Set<String> spared;

	private final List<Deletion> deletions = new ArrayList<>();

	private final List<Decision> decisions = new ArrayList<>();

	/** A department that goes, or would if nothing withheld it. */
	record Deletion(Department existing, @Nullable Message withheld) {

	}

	/** What was decided about a department. */
	private record Decision(Disposition disposition, Department existing) {

	}

	/** What keeps a department that is not deleted. */
	private enum Keeper {

		/** Somebody or something that stays. */
		ANYTHING,

		/** Nobody but disabled leavers. */
		LEAVERS,

		/** Nobody but members whom the target keeps, and leavers perhaps. */
		SPARED

	}

	/**
	 * Decisions about what only the target has.
	 * @param movedBelow for each department that the plan moves, what it comes to stand
	 * below as changes name it
	 */
	DepartmentDeletions(DepartmentMatching matching, IgnoreRules rules, Policy policy, Map<String, String> movedBelow,
			Whereabouts members) {
		this.matching = matching;
		this.rules = rules;
		this.policy = policy;
		this.movedBelow = movedBelow;
		this.kept = new HashSet<>(members.staying());
		this.waiting = new HashSet<>(members.waiting());
		this.spared = new HashSet<>(members.spared());
		decide();
	}

	/** Those that are deleted, or would be if nothing withheld them; leaves first. */
	List<Deletion> all() {
		return this.deletions;
	}

	/** Refs of those that go, and that may be given another name before they do. */
	Set<String> doomed() {
		return this.deletions.stream()
			.filter((deletion) -> deletion.withheld() == null)
			.map((deletion) -> deletion.existing().ref())
			.filter(this::mayBeRenamed)
			.collect(Collectors.toSet());
	}

	private boolean mayBeRenamed(String ref) {
		return !this.rules.of(Operation.UPDATE, this.matching.target().path(ref)).ignores(FieldNames.NAME);
	}

	/** Says what was decided about each department. */
	void tell(PlanSink sink) {
		this.decisions.forEach((decision) -> sink.decided(decision.disposition(), null, decision.existing()));
	}

	private void decide() {
		List<Department> leavesFirst = new ArrayList<>(this.matching.target().parentsFirst());
		Collections.reverse(leavesFirst);
		for (Department existing : leavesFirst) {
			boolean stays = this.matching.ofTarget(existing.ref()) != null
					|| this.matching.isContestedInTarget(existing.ref());
			Keeper keeper = stays ? Keeper.ANYTHING : decide(existing);
			String above = (keeper != null) ? parentWhenDone(existing) : null;
			if (keeper != null && above != null) {
				keptBy(keeper).add(above);
			}
		}
	}

	private Set<String> keptBy(Keeper keeper) {
		return switch (keeper) {
			case ANYTHING -> this.kept;
			case LEAVERS -> this.waiting;
			case SPARED -> this.spared;
		};
	}

	/** Gives what keeps the department, null when it goes. */
	private @Nullable Keeper decide(Department existing) {
		Disposition left = leftAlone(existing);
		if (left != null) {
			decided(left, existing);
			return Keeper.ANYTHING;
		}
		boolean inhabited = this.kept.contains(existing.ref());
		boolean spared = !inhabited && this.spared.contains(existing.ref());
		if (!inhabited && !spared && this.waiting.contains(existing.ref())) {
			decided(Disposition.WAITING, existing);
			return Keeper.LEAVERS;
		}
		Message withheld = inhabited ? Reasons.notEmpty()
				: spared ? Reasons.spared() : isSourceWhole() ? null : Reasons.sourceIncomplete();
		decided((withheld != null) ? Disposition.WITHHELD : Disposition.CHANGED, existing);
		this.deletions.add(new Deletion(existing, withheld));
		return spared ? Keeper.SPARED : (withheld != null) ? Keeper.ANYTHING : null;
	}

	private void decided(Disposition disposition, Department existing) {
		this.decisions.add(new Decision(disposition, existing));
	}

	private @Nullable Disposition leftAlone(Department existing) {
		if (!this.policy.scope().includesExisting(existing)) {
			return Disposition.OUT_OF_SCOPE;
		}
		if (!this.policy.operations().deleteDepartments()) {
			return Disposition.NOT_DELETED;
		}
		if (!this.matching.hasKeyInSource(existing)) {
			return Disposition.KEYLESS;
		}
		String path = this.matching.target().path(existing.ref());
		return this.rules.of(Operation.DELETE, path).entry() ? Disposition.PROTECTED : null;
	}

	/**
	 * Whether the source can say that a department is gone: one that names none at all
	 * does not tell departments.
	 */
	private boolean isSourceWhole() {
		return this.policy.source().proved() && this.matching.source().size() > 0;
	}

	/** The ref of the department above, once all departments have been moved. */
	private @Nullable String parentWhenDone(Department existing) {
		String moved = this.movedBelow.get(existing.ref());
		if (moved == null) {
			return existing.parent();
		}
		return DepartmentRef.isPlanned(moved) ? null : DepartmentRef.ref(moved);
	}

}
