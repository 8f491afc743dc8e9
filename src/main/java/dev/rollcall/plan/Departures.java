package dev.rollcall.plan;

import dev.rollcall.compare.MemberComparison;
import dev.rollcall.compare.MemberDifference;
import dev.rollcall.compare.Operation;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is done with members whom only the target has: whether they are deleted,
 * disabled, or left as they are.
 */
final class Departures {

	private final MemberComparison comparison;

	private final Policy policy;

	Departures(MemberComparison comparison, Policy policy) {
		this.comparison = comparison;
		this.policy = policy;
	}

	/**
	 * Decides about one member.
	 * @param leaver what the queue knows of it, null when it is not in there
	 */
	Departure of(Member existing, @Nullable Leaver leaver) {
		OnLeave rule = this.policy.leave().rule();
		if (!this.policy.operations().delete()) {
			return Departure.none(Disposition.NOT_DELETED);
		}
		if (this.comparison.isProtected(Operation.DELETE, null, existing)
				|| (rule.disables() && this.comparison.ignores(FieldNames.ENABLED, Operation.DELETE, null, existing))) {
			return Departure.none(Disposition.PROTECTED);
		}
		if (this.policy.leave().spared().includes(existing, leaver)) {
			return Departure.none(Disposition.SPARED);
		}
		if (this.policy.accounts() != null && existing.userid() == null) {
			return Departure.none(Disposition.STRANGER);
		}
		return switch (rule) {
			case DELETE -> planned(deleted(existing, Reasons.onlyInTarget()));
			case DISABLE -> isDisabled(existing, leaver) ? Departure.none(Disposition.WAITING)
					: planned(disabled(existing, Reasons.disabled()));
			case DISABLE_THEN_DELETE -> isDisabled(existing, leaver) ? later(existing, leaver)
					: planned(disabled(existing, Reasons.disabledFirst(this.policy.leave().deleteAfter())));
		};
	}

	/** Whether a member of the target is disabled as far as it tells. */
	static boolean isDisabled(Member existing, @Nullable Leaver leaver) {
		String enabled = existing.fields().value(FieldNames.ENABLED);
		// A target that never tells is believed to be as the last run has left it.
		return (enabled != null) ? enabled.equals(FieldNames.FALSE) : leaver != null;
	}

	/** What is done with somebody who is disabled and is to be deleted some time. */
	private Departure later(Member existing, @Nullable Leaver leaver) {
		if (leaver == null || leaver.due() == Leaver.Due.NEVER) {
			// Nobody has said until when: the wait begins now, for everyone to see.
			return planned(disabled(existing, Reasons.alreadyDisabled(this.policy.leave().deleteAfter())));
		}
		return switch (leaver.due()) {
			case NEVER, LATER -> Departure.none(Disposition.WAITING);
			case NOW -> planned(deleted(existing, Reasons.waitIsOver(leaver.since())));
		};
	}

	/** What takes something away is only done on the word of a whole source. */
	private Departure planned(Change change) {
		return this.policy.source().proved() ? new Departure(Disposition.CHANGED, change, null)
				: new Departure(Disposition.WITHHELD, change, Reasons.sourceIncomplete());
	}

	private Change deleted(Member existing, Message reason) {
		return new Change(ChangeKind.DELETE, EntryKind.MEMBER, MemberPlanner.key(existing), existing.ref(),
				this.comparison.existing(existing), null, reason);
	}

	private Change disabled(Member existing, Message reason) {
		MemberDifference difference = this.comparison.setting(FieldNames.ENABLED, FieldNames.FALSE, existing, null);
		return new Change(ChangeKind.DISABLE, EntryKind.MEMBER, MemberPlanner.key(existing), existing.name(),
				existing.ref(), difference.before(), difference.after(), reason);
	}

}
