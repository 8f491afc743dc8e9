package dev.rollcall.plan;

import java.util.List;

import dev.rollcall.compare.ExplainedField;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberLink;
import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.compare.SoughtEntry.Answer;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** Hands members on to their planner, and has those explained that are asked for. */
final class ExplainedMembers implements Found {

	private final MemberPlanner planner;

	private final Explainer explainer;

	private MemberKey key = MemberKey.USERID;

	ExplainedMembers(MemberPlanner planner, Explainer explainer) {
		this.planner = planner;
		this.explainer = explainer;
	}

	@Override
	public void by(MemberKey found) {
		this.key = found;
		this.planner.by(found);
	}

	@Override
	public void pair(Member desired, Member existing) {
		Answer ours = this.explainer.answer(desired);
		Answer theirs = this.explainer.answer(existing);
		Answer answer = (ours.compareTo(theirs) > 0) ? ours : theirs;
		if (isWanted(answer)) {
			explain(answer,
					new Pairing(List.of(desired), List.of(existing), Pairing.How.of(this.key), this.key.of(desired)),
					() -> this.planner.pair(desired, existing));
		}
		else {
			this.planner.pair(desired, existing);
		}
	}

	@Override
	public void linked(Member desired, Member existing, MemberLink link) {
		Answer ours = this.explainer.answer(desired);
		Answer theirs = this.explainer.answer(existing);
		Answer answer = (ours.compareTo(theirs) > 0) ? ours : theirs;
		if (isWanted(answer)) {
			explain(answer, Pairing.linked(desired, existing, link),
					() -> this.planner.linked(desired, existing, link));
		}
		else {
			this.planner.linked(desired, existing, link);
		}
	}

	@Override
	public void onlyInSource(Member desired) {
		Answer answer = this.explainer.answer(desired);
		if (isWanted(answer)) {
			explain(answer, new Pairing(List.of(desired), List.of(), Pairing.How.ONLY_IN_SOURCE, ""),
					() -> this.planner.onlyInSource(desired));
		}
		else {
			this.planner.onlyInSource(desired);
		}
	}

	@Override
	public void onlyInTarget(Member existing) {
		Answer answer = this.explainer.answer(existing);
		if (isWanted(answer)) {
			explain(answer, new Pairing(List.of(), List.of(existing), Pairing.How.ONLY_IN_TARGET, ""),
					() -> this.planner.onlyInTarget(existing));
		}
		else {
			this.planner.onlyInTarget(existing);
		}
	}

	@Override
	public void notMeant(Member desired) {
		Answer answer = this.explainer.answer(desired);
		if (isWanted(answer)) {
			explain(answer, new Pairing(List.of(desired), List.of(), Pairing.How.ONLY_IN_SOURCE, ""),
					() -> this.planner.notMeant(desired));
		}
		else {
			this.planner.notMeant(desired);
		}
	}

	@Override
	public void repeated(Member desired) {
		Answer answer = this.explainer.answer(desired);
		if (isWanted(answer)) {
			explain(answer, new Pairing(List.of(desired), List.of(), Pairing.How.REPEATED, this.key.of(desired)),
					() -> this.planner.repeated(desired));
		}
		else {
			this.planner.repeated(desired);
		}
	}

	@Override
	public void conflict(String shared, List<Member> desired, List<Member> existing) {
		Answer answer = this.explainer.answer(desired, existing);
		if (isWanted(answer)) {
			explain(answer, new Pairing(desired, existing,
					desired.isEmpty() ? Pairing.How.CLAIMED : Pairing.How.CONTESTED, shared),
					() -> this.planner.conflict(shared, desired, existing));
		}
		else {
			this.planner.conflict(shared, desired, existing);
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

	private void explain(Answer answer, Pairing pairing, Runnable planning) {
		this.explainer.add(answer, this.explainer.explain(pairing, planning, this));
	}

	private static boolean isWanted(Answer answer) {
		return answer == Answer.USERID || answer == Answer.OTHERWISE;
	}

	private static @Nullable Member first(List<?> entries) {
		return entries.isEmpty() ? null : (Member) entries.get(0);
	}

}
