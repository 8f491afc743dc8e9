package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.rollcall.compare.MemberComparison;
import dev.rollcall.compare.MemberDifference;
import dev.rollcall.compare.MemberMatching;
import dev.rollcall.compare.Operation;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.FieldState;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.PersonalValues;
import org.jspecify.annotations.Nullable;

/** Plans what is done to members, one by one as they are matched. */
public final class MemberPlanner implements MemberMatching.Found {

	private final MemberComparison comparison;

	private final Policy policy;

	private final PlanSink sink;

	private final Set<String> staying = new HashSet<>();

	public MemberPlanner(MemberComparison comparison, Policy policy, PlanSink sink) {
		this.comparison = comparison;
		this.policy = policy;
		this.sink = sink;
	}

	/** Refs of the target's departments in which somebody is when the plan is done. */
	public Set<String> staying() {
		return this.staying;
	}

	@Override
	public void pair(Member desired, Member existing) {
		if (!this.policy.operations().update() || this.policy.update() == UpdateMode.NEVER) {
			stays(existing);
			decided(Disposition.NOT_UPDATED, 1, 1);
			return;
		}
		boolean all = this.policy.update() == UpdateMode.OVERWRITE;
		MemberDifference difference = this.comparison.difference(desired, existing, all);
		if (difference == null) {
			stays(existing);
			boolean protects = this.comparison.isProtected(Operation.UPDATE, desired, existing);
			decided(protects ? Disposition.PROTECTED : Disposition.EQUAL, 1, 1);
			return;
		}
		if (difference.after().placements() == null) {
			stays(existing);
		}
		else {
			willBe(difference.after());
		}
		Change change = new Change(difference.moves() ? ChangeKind.MOVE : ChangeKind.UPDATE, EntryKind.MEMBER,
				key(existing), (existing.name() != null) ? existing.name() : desired.name(), existing.ref(),
				difference.before(), difference.after(), Reasons.onlyInSource());
		List<String> names = Differences.names(change);
		this.sink.change(Phase.MEMBER_UPSERT, change.because(all ? Reasons.overwritten(names) : Reasons.differs(names)),
				null);
		decided(Disposition.CHANGED, 1, 1);
	}

	@Override
	public void onlyInSource(Member desired) {
		if (!this.policy.operations().create()) {
			decided(Disposition.NOT_CREATED, 1, 0);
			return;
		}
		if (this.comparison.isProtected(Operation.CREATE, desired, null)) {
			decided(Disposition.PROTECTED, 1, 0);
			return;
		}
		Member created = this.comparison.created(desired);
		if (isIncomplete(created)) {
			decided(Disposition.INCOMPLETE, 1, 0);
			return;
		}
		willBe(created);
		this.sink.change(Phase.MEMBER_UPSERT, new Change(ChangeKind.CREATE, EntryKind.MEMBER, key(created), null, null,
				created, Reasons.onlyInSource()), null);
		decided(Disposition.CHANGED, 1, 0);
	}

	@Override
	public void onlyInTarget(Member existing) {
		boolean deletes = this.policy.operations().delete();
		if (!deletes || this.comparison.isProtected(Operation.DELETE, null, existing)) {
			stays(existing);
			decided(deletes ? Disposition.PROTECTED : Disposition.NOT_DELETED, 0, 1);
			return;
		}
		Message withheld = this.policy.source().proved() ? null : Reasons.sourceIncomplete();
		if (withheld != null) {
			stays(existing);
		}
		this.sink.change(Phase.MEMBER_DELETE, new Change(ChangeKind.DELETE, EntryKind.MEMBER, key(existing),
				existing.ref(), this.comparison.existing(existing), null, Reasons.onlyInTarget()), withheld);
		decided((withheld != null) ? Disposition.WITHHELD : Disposition.CHANGED, 0, 1);
	}

	@Override
	public void repeated(Member desired) {
		decided(Disposition.REPEATED, 1, 0);
	}

	@Override
	public void conflict(String key, List<Member> desired, List<Member> existing) {
		existing.forEach(this::stays);
		decided(Disposition.CONFLICT, desired.size(), existing.size());
		if (isContradiction(desired, existing)) {
			desired.forEach((member) -> this.sink.contradiction(member, Reasons.contradiction(key(member))));
		}
		else {
			List<Member> all = new ArrayList<>(desired);
			all.addAll(existing);
			this.sink.conflict(EntryKind.MEMBER, PersonalValues.of(all).coveredIn(key),
					Reasons.sharedKey(desired.size(), existing.size()));
		}
	}

	/** Whether the source alone is to blame: it says two things of one userid. */
	private static boolean isContradiction(List<Member> desired, List<Member> existing) {
		return existing.size() < 2 && !desired.isEmpty()
				&& desired.stream()
					.allMatch((member) -> member.userid() != null && desired.get(0).userid() != null
							&& member.userid().equalsIgnoreCase(desired.get(0).userid()));
	}

	private boolean isIncomplete(Member created) {
		Fields fields = created.fields();
		boolean lacksField = this.policy.required().stream().anyMatch((name) -> {
			int position = fields.schema().position(name);
			return position < 0 || fields.state(position) != FieldState.VALUE;
		});
		return lacksField || created.userid() == null;
	}

	private void stays(Member existing) {
		if (this.policy.operations().deleteDepartments() && existing.placements() != null) {
			this.staying.addAll(existing.placements().departments());
		}
	}

	private void willBe(Member planned) {
		if (this.policy.operations().deleteDepartments() && planned.placements() != null) {
			planned.placements()
				.departments()
				.stream()
				.filter((department) -> !DepartmentRef.isPlanned(department))
				.forEach((department) -> this.staying.add(DepartmentRef.ref(department)));
		}
	}

	private void decided(Disposition disposition, int desired, int existing) {
		this.sink.decided(EntryKind.MEMBER, disposition, desired, existing);
	}

	private static String key(Member member) {
		if (member.userid() != null) {
			return member.userid();
		}
		String name = member.fields().value(FieldNames.NAME);
		return (name != null) ? name : member.ref();
	}

}
