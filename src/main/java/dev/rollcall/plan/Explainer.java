package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.compare.SoughtEntry;
import dev.rollcall.compare.SoughtEntry.Answer;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Looks on while a plan is made, and keeps what it does about the entries that somebody
 * asks for. It decides nothing itself: members pass through it on their way to the
 * planner, and what the planner says then is about them. Of members it keeps no more than
 * it was asked for, however many there are.
 */
public final class Explainer implements PlanSink {

	private final SoughtEntry sought;

	private final int most;

	private final ExplainedDepartments departments;

	private final Answers byUserid = new Answers();

	private final Answers otherwise = new Answers();

	private final List<String> near = new ArrayList<>();

	private @Nullable Asked asked;

	/** Explanations, as many as are wanted, and how many there would be. */
	private final class Answers {

		private final List<Explanation> explanations = new ArrayList<>();

		private long all;

		void add(Explanation explanation) {
			this.all++;
			if (this.explanations.size() < Explainer.this.most) {
				this.explanations.add(explanation);
			}
		}

	}

	/** A member that is being planned just now, and what was said of it so far. */
	private static final class Asked {

		private final List<Explanation.ExplainedChange> changes = new ArrayList<>();

		private Disposition decision = Disposition.OUT_OF_SCOPE;

		private @Nullable Message conflict;

	}

	/**
	 * Explains some entries.
	 * @param sought what they are called
	 * @param most how many are explained at most
	 */
	public Explainer(SoughtEntry sought, int most) {
		this.sought = sought;
		this.most = most;
		this.departments = new ExplainedDepartments();
	}

	/** Stands between those that are found and what plans them. */
	public Found watching(MemberPlanner planner, DepartmentPlanner departmentPlanner) {
		this.departments.planner(departmentPlanner);
		return new WatchedMembers(planner, new ExplainedMembers(planner, this));
	}

	/** What was asked for, once the plan is made: whoever has the userid, else others. */
	public List<Explanation> explanations() {
		return answers().explanations;
	}

	/** How many entries answer in all. */
	public long all() {
		return answers().all;
	}

	/** Some that are called nearly so. */
	public List<String> near() {
		return this.near;
	}

	private Answers answers() {
		if (this.byUserid.all > 0) {
			return this.byUserid;
		}
		Answers all = new Answers();
		this.otherwise.explanations.forEach(all::add);
		this.departments.explain(this.sought, all::add, this::near);
		all.all += this.otherwise.all - this.otherwise.explanations.size();
		return all;
	}

	/** How well the best of some members answers. */
	Answer answer(Pairing pairing) {
		Answer best = Answer.NO;
		for (List<Entry> side : List.of(pairing.desired(), pairing.existing())) {
			for (Entry entry : side) {
				Answer answer = answer((Member) entry);
				best = (answer.compareTo(best) > 0) ? answer : best;
			}
		}
		return best;
	}

	private Answer answer(Member member) {
		Answer answer = this.sought.of(member);
		if (answer == Answer.NEARLY && member.userid() != null) {
			near(member.userid());
		}
		return answer;
	}

	/** Plans a member, and keeps what is said of it. */
	Explanation explain(Pairing pairing, Runnable planning, ExplainedMembers members) {
		Asked about = new Asked();
		this.asked = about;
		try {
			planning.run();
		}
		finally {
			this.asked = null;
		}
		return members.explanation(pairing, about.decision, about.conflict, about.changes);
	}

	void add(Answer answer, Explanation explanation) {
		((answer == Answer.USERID) ? this.byUserid : this.otherwise).add(explanation);
	}

	private void near(String called) {
		if (this.near.size() < this.most && !this.near.contains(called)) {
			this.near.add(called);
		}
	}

	@Override
	public void change(Phase phase, Change change, @Nullable Message withheld) {
		Explanation.ExplainedChange explained = new Explanation.ExplainedChange(change, withheld);
		if (change.entry() == EntryKind.DEPARTMENT) {
			this.departments.change(explained);
		}
		else if (this.asked != null) {
			this.asked.changes.add(explained);
		}
	}

	@Override
	public void decided(EntryKind kind, Disposition disposition, int desired, int existing) {
		if (kind == EntryKind.MEMBER && this.asked != null) {
			this.asked.decision = disposition;
		}
	}

	@Override
	public void decided(Disposition disposition, @Nullable Department desired, @Nullable Department existing) {
		this.departments.decided(disposition, desired, existing);
	}

	@Override
	public void conflict(EntryKind kind, String key, Message reason) {
		if (kind == EntryKind.MEMBER && this.asked != null) {
			this.asked.conflict = reason;
		}
	}

	@Override
	public void returned(String ref) {
		// The queue is not changed by looking.
	}

	@Override
	public void contradiction(Member member, Message reason) {
		// Told by those that are in it.
	}

}
