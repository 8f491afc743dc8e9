package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.compare.MemberComparison;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.Operation;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.PersonalValues;
import org.jspecify.annotations.Nullable;

/**
 * Tells of members of whom nobody can say who is who, so that none of them is touched.
 */
final class MemberConflicts {

	private final MemberComparison comparison;

	private final Scope scope;

	private final @Nullable AccountRules accounts;

	private final PlanSink sink;

	MemberConflicts(MemberComparison comparison, Policy policy, PlanSink sink) {
		this.comparison = comparison;
		this.scope = policy.scope();
		this.accounts = policy.accounts();
		this.sink = sink;
	}

	/**
	 * Whether a pair that may be two people would get another link than the target has:
	 * whoever has come by somebody's mobile must not come by their account. Where an
	 * account cannot be given another name, a person has to say who is to have it.
	 * @param by what has found the pair
	 */
	boolean isLinkedToAnother(Member desired, Member existing, MemberKey by) {
		boolean another = existing.userid() != null && desired.userid() != null
				&& !existing.userid().equalsIgnoreCase(desired.userid())
				&& !this.comparison.ignores(FieldNames.USERID, Operation.UPDATE, desired, existing);
		if (!another) {
			return false;
		}
		return (this.accounts != null) ? !isDecided(this.accounts, desired, existing)
				: by.isWeak() && !existing.isItsUserid();
	}

	private static boolean isDecided(AccountRules accounts, Member desired, Member existing) {
		String name = desired.fields().value(FieldNames.USERNAME);
		return name != null && name.equalsIgnoreCase(existing.fields().value(FieldNames.USERNAME))
				&& accounts.isDecided(desired);
	}

	/** Such a pair. */
	void linkedToAnother(String shared, Member desired, Member existing) {
		String ours = String.valueOf(desired.userid());
		String theirs = String.valueOf(existing.userid());
		tell(shared, List.of(desired), List.of(existing),
				(this.accounts == null) ? Reasons.linkedToAnother(ours, theirs)
						: Reasons.accountOfAnother(ours, theirs, accountName(existing)));
	}

	private static String accountName(Member existing) {
		String name = existing.fields().value(FieldNames.USERNAME);
		return (name != null) ? name : existing.ref();
	}

	/** Several members that share a key. */
	void shared(String shared, List<Member> desired, List<Member> existing) {
		tell(shared, desired, existing, desired.isEmpty() ? Reasons.sharedKey(0, existing.size())
				: Reasons.sharedKey(keys(desired), keys(existing)));
	}

	private void tell(String shared, List<Member> desired, List<Member> existing, Message why) {
		boolean meant = this.scope.includesAny(desired, existing);
		this.sink.decided(EntryKind.MEMBER, meant ? Disposition.CONFLICT : Disposition.OUT_OF_SCOPE, desired.size(),
				existing.size());
		if (meant && isContradiction(desired, existing)) {
			desired
				.forEach((member) -> this.sink.contradiction(member, Reasons.contradiction(MemberPlanner.key(member))));
		}
		else if (meant) {
			List<Member> all = new ArrayList<>(desired);
			all.addAll(existing);
			this.sink.conflict(EntryKind.MEMBER, PersonalValues.of(all).coveredIn(shared), why);
		}
	}

	/** Whether the source alone is to blame: it says two things of one userid. */
	private static boolean isContradiction(List<Member> desired, List<Member> existing) {
		return existing.size() < 2 && desired.size() > 1
				&& desired.stream()
					.allMatch((member) -> member.userid() != null && desired.get(0).userid() != null
							&& member.userid().equalsIgnoreCase(desired.get(0).userid()));
	}

	private static List<String> keys(List<Member> members) {
		return members.stream().map(MemberPlanner::key).toList();
	}

}
