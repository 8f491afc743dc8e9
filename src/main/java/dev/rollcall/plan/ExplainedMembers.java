package dev.rollcall.plan;

import java.util.List;

import dev.rollcall.compare.ExplainedField;
import dev.rollcall.compare.SoughtEntry.Answer;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** Has those members explained that are asked for. */
final class ExplainedMembers implements WatchedMembers.Watch {

	private final MemberPlanner planner;

	private final Explainer explainer;

	ExplainedMembers(MemberPlanner planner, Explainer explainer) {
		this.planner = planner;
		this.explainer = explainer;
	}

	@Override
	public void found(Pairing pairing, Runnable planning) {
		Answer answer = this.explainer.answer(pairing);
		if (answer == Answer.USERID || answer == Answer.OTHERWISE) {
			this.explainer.add(answer, this.explainer.explain(pairing, planning, this));
		}
		else {
			planning.run();
		}
	}

	/** Puts together what was said of a member. */
	Explanation explanation(Pairing pairing, Disposition decision, @Nullable Message conflict,
			List<Explanation.ExplainedChange> changes) {
		boolean compared = decision != Disposition.CONFLICT && decision != Disposition.REPEATED;
		Member desired = compared ? first(pairing.desired()) : null;
		Member existing = compared ? first(pairing.existing()) : null;
		List<ExplainedField> fields = this.planner.explain(desired, existing);
		List<Integer> protectedBy = compared ? this.planner.protecting(desired, existing) : List.of();
		List<List<String>> missing = (decision == Disposition.INCOMPLETE && desired != null)
				? this.planner.missing(desired) : List.of();
		boolean several = pairing.how() == Pairing.How.CONTESTED || pairing.how() == Pairing.How.CLAIMED;
		return new Explanation(EntryKind.MEMBER, pairing, decision, several ? null : conflict, fields, protectedBy,
				missing, changes);
	}

	private static @Nullable Member first(List<?> entries) {
		return entries.isEmpty() ? null : (Member) entries.get(0);
	}

}
