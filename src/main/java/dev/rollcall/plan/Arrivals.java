package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.compare.MemberComparison;
import dev.rollcall.compare.Operation;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** Decides whether members whom only the source has are created. */
final class Arrivals {

	private final MemberComparison comparison;

	private final Policy policy;

	private final RequiredFields required;

	/**
	 * What was decided.
	 *
	 * @param disposition what
	 * @param created as the target is to have it; null when it is not created
	 * @param why why it is created, or why nobody can tell what to do; else null
	 */
	record Arrival(Disposition disposition, @Nullable Member created, @Nullable Message why) {

		private static Arrival none(Disposition disposition) {
			return new Arrival(disposition, null, null);
		}

	}

	Arrivals(MemberComparison comparison, Policy policy) {
		this.comparison = comparison;
		this.policy = policy;
		this.required = new RequiredFields(policy.required());
	}

	/**
	 * Decides about one member.
	 * @param keyless whether nobody can tell if the target has it
	 */
	Arrival of(Member desired, boolean keyless) {
		if (!this.policy.operations().create()) {
			return Arrival.none(Disposition.NOT_CREATED);
		}
		if (this.comparison.isProtected(Operation.CREATE, desired, null)) {
			return Arrival.none(Disposition.PROTECTED);
		}
		Member created = this.comparison.created(desired);
		if (this.required.lacks(created) || (created.placements() == null && this.comparison.isHomeless(desired))) {
			return Arrival.none(Disposition.INCOMPLETE);
		}
		if (keyless) {
			return Arrival.none(Disposition.KEYLESS);
		}
		AccountRules accounts = this.policy.accounts();
		Message objection = (accounts != null) ? accounts.objection(desired) : null;
		if (objection != null) {
			return new Arrival(Disposition.CONFLICT, null, objection);
		}
		boolean admitted = accounts != null && accounts.isAdmitted(desired);
		return new Arrival(Disposition.CHANGED, created, admitted ? Reasons.admitted() : Reasons.onlyInSource());
	}

	/**
	 * What is not known of a member that would have to be known to create it: of each
	 * group one field.
	 */
	List<List<String>> missing(Member desired) {
		List<List<String>> missing = new ArrayList<>(this.required.missing(this.comparison.created(desired)));
		if (this.comparison.isHomeless(desired)) {
			missing.add(List.of(FieldNames.DEPARTMENTS));
		}
		return missing;
	}

}
