package dev.rollcall.plan;

import dev.rollcall.compare.MemberComparison;
import dev.rollcall.compare.Operation;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;

/**
 * Decides about members who were disabled because the source did not have them, and whom
 * it has again.
 */
final class Homecomings {

	private final MemberComparison comparison;

	private final Policy policy;

	Homecomings(MemberComparison comparison, Policy policy) {
		this.comparison = comparison;
		this.policy = policy;
	}

	Homecoming of(Member desired, Member existing, Leaver leaver) {
		if (!Departures.isDisabled(existing, leaver)) {
			return Homecoming.WELL;
		}
		if (!mayEnable() || desired.isUnknown()) {
			return Homecoming.NOT_MINE;
		}
		if (this.comparison.ignores(FieldNames.ENABLED, Operation.UPDATE, desired, existing)) {
			return Homecoming.LEFT_DISABLED;
		}
		// What the source says of it itself goes before what can be concluded.
		boolean staysDisabled = FieldNames.FALSE.equals(this.comparison.told(FieldNames.ENABLED, desired));
		return staysDisabled ? Homecoming.WELL : Homecoming.ENABLED;
	}

	/**
	 * A job that writes to members may, and so may one that disables: it takes back what
	 * it does itself. One that only creates, or only deletes, leaves it to others.
	 */
	private boolean mayEnable() {
		return this.policy.updates() || (this.policy.operations().delete() && this.policy.leave().rule().disables());
	}

}
