package dev.rollcall.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.rollcall.compare.ExplainedField;
import dev.rollcall.compare.MemberComparison;
import dev.rollcall.compare.MemberDifference;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberLink;
import dev.rollcall.compare.MemberMatching;
import dev.rollcall.compare.Operation;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** Plans what is done to members, one by one as they are matched. */
public final class MemberPlanner implements MemberMatching.Found {

	private final MemberComparison comparison;

	private final Policy policy;

	private final Arrivals arrivals;

	private final PlanSink sink;

	private final Departures departures;

	private final Homecomings homecomings;

	private final Whereabouts whereabouts;

	private final MemberConflicts conflicts;

	/** By what members have been matched so far. */
	private final Set<MemberKey> keys = EnumSet.noneOf(MemberKey.class);

	/** By what they are matched now. */
	private MemberKey key = MemberKey.USERID;

	public MemberPlanner(MemberComparison comparison, Policy policy, PlanSink sink) {
		this.comparison = comparison;
		this.policy = policy;
		this.arrivals = new Arrivals(comparison, policy);
		this.sink = sink;
		this.departures = new Departures(comparison, policy);
		this.homecomings = new Homecomings(comparison, policy);
		this.whereabouts = new Whereabouts(policy);
		this.conflicts = new MemberConflicts(comparison, policy, sink);
	}

	/**
	 * Ends the plan, once all members have been found.
	 * @param whole whether the target is known to have been read as a whole: only then
	 * can it be told that somebody is not in there any more
	 * @return where members are when it is done
	 */
	public Whereabouts end(boolean whole) {
		if (whole) {
			this.policy.leave().queue().unseen().forEach(this.sink::returned);
		}
		return this.whereabouts;
	}

	/**
	 * What decides about each field of a member.
	 * @param desired null when only the target has it
	 * @param existing null when only the source has it
	 */
	List<ExplainedField> explain(@Nullable Member desired, @Nullable Member existing) {
		return this.comparison.explain(desired, existing, this.policy.update() == UpdateMode.OVERWRITE);
	}

	/** Which ignore rules protect the whole member, by their places from 0. */
	List<Integer> protecting(@Nullable Member desired, @Nullable Member existing) {
		Operation operation = (existing == null) ? Operation.CREATE
				: (desired == null) ? Operation.DELETE : Operation.UPDATE;
		return this.comparison.protecting(operation, desired, existing);
	}

	/**
	 * What is not known of a member that would have to be known to create it: of each
	 * group one field.
	 */
	List<List<String>> missing(Member desired) {
		return this.arrivals.missing(desired);
	}

	@Override
	public void by(MemberKey found) {
		this.key = found;
		this.keys.add(found);
	}

	@Override
	public void pair(Member desired, Member existing) {
		if (this.conflicts.isLinkedToAnother(desired, existing, this.key)) {
			relinked(this.key.of(desired), desired, existing);
			return;
		}
		plan(desired, existing, this.key);
	}

	@Override
	public void linked(Member desired, Member existing, MemberLink link) {
		if (this.conflicts.isLinkedToAnother(desired, existing, link.by())) {
			relinked(MemberKey.USERID.of(desired), desired, existing);
			return;
		}
		// The source will not call it by the former userid once more.
		plan(desired, existing, (desired.formerUserid() != null) ? link.by() : MemberKey.USERID);
	}

	private void plan(Member desired, Member existing, MemberKey by) {
		Leaver leaver = leaver(existing);
		if (!this.policy.scope().includes(desired, existing)) {
			this.whereabouts.stays(existing);
			decided(Disposition.OUT_OF_SCOPE, 1, 1);
			return;
		}
		Homecoming home = (leaver != null) ? this.homecomings.of(desired, existing, leaver) : Homecoming.NOT_MINE;
		if (home == Homecoming.WELL || home == Homecoming.LEFT_DISABLED) {
			this.sink.returned(existing.ref());
		}
		MemberDifference difference = difference(desired, existing, home);
		if (difference == null) {
			this.whereabouts.stays(existing);
			Disposition disposition = unchanged(desired, existing, home);
			if (disposition == Disposition.EQUAL) {
				paired(desired, existing, by, null);
			}
			decided(disposition, 1, 1);
			return;
		}
		if (difference.after().placements() == null) {
			this.whereabouts.stays(existing);
		}
		else {
			this.whereabouts.willBe(difference.after());
		}
		Change change = new Change(difference.moves() ? ChangeKind.MOVE : ChangeKind.UPDATE, EntryKind.MEMBER,
				key((existing.userid() != null) ? existing : desired),
				(existing.name() != null) ? existing.name() : desired.name(), existing.ref(), difference.before(),
				difference.after(), Reasons.onlyInSource());
		this.sink.change(Phase.MEMBER_UPSERT, change.because(reason(change, home, leaver)), null);
		paired(desired, existing, by, difference);
		decided(Disposition.CHANGED, 1, 1);
	}

	@Override
	public void onlyInSource(Member desired) {
		if (!this.policy.scope().includes(desired, null)) {
			decided(Disposition.OUT_OF_SCOPE, 1, 0);
			return;
		}
		Arrivals.Arrival arrival = this.arrivals.of(desired, isKeyless((by) -> by.of(desired)));
		Member created = arrival.created();
		Message why = arrival.why();
		if (created != null && why != null) {
			this.whereabouts.willBe(created);
			this.sink.change(Phase.MEMBER_UPSERT,
					new Change(ChangeKind.CREATE, EntryKind.MEMBER, key(created), null, null, created, why), null);
		}
		else if (why != null) {
			this.sink.conflict(EntryKind.MEMBER, key(desired), why);
		}
		decided(arrival.disposition(), 1, 0);
	}

	@Override
	public void onlyInTarget(Member existing) {
		Leaver leaver = leaver(existing);
		if (!this.policy.scope().includes(null, existing)) {
			this.whereabouts.stays(existing);
			decided(Disposition.OUT_OF_SCOPE, 0, 1);
			return;
		}
		if (isKeyless((by) -> by.ofExisting(existing))) {
			this.whereabouts.stays(existing);
			decided(Disposition.KEYLESS, 0, 1);
			return;
		}
		Departure departure = this.departures.of(existing, leaver);
		if (departure.isWaiting()) {
			this.whereabouts.waits(existing);
		}
		else if (departure.disposition() == Disposition.SPARED) {
			this.whereabouts.isSpared(existing);
		}
		else if (!departure.isGone()) {
			this.whereabouts.stays(existing);
		}
		if (departure.change() != null) {
			this.sink.change(Phase.MEMBER_DELETE, departure.change(), departure.withheld());
		}
		decided(departure.disposition(), 0, 1);
	}

	@Override
	public void notMeant(Member desired) {
		decided(Disposition.NOT_MEANT, 1, 0);
	}

	@Override
	public void repeated(Member desired) {
		boolean meant = this.policy.scope().includes(desired, null);
		decided(meant ? Disposition.REPEATED : Disposition.OUT_OF_SCOPE, 1, 0);
	}

	@Override
	public void conflict(String shared, List<Member> desired, List<Member> existing) {
		existing.forEach(this::isContested);
		this.conflicts.shared(shared, desired, existing);
	}

	private void relinked(String shared, Member desired, Member existing) {
		isContested(existing);
		this.conflicts.linkedToAnother(shared, desired, existing);
	}

	private void isContested(Member existing) {
		leaver(existing);
		this.whereabouts.stays(existing);
	}

	/** Whether nobody can tell if the other side has a member. */
	private boolean isKeyless(Function<MemberKey, String> of) {
		return !this.keys.isEmpty() && this.keys.stream().allMatch((by) -> of.apply(by).isEmpty());
	}

	/** What the queue knows of a member; asked for everybody whom the target has. */
	private @Nullable Leaver leaver(Member existing) {
		return this.policy.leave().queue().find(existing.ref());
	}

	/**
	 * What a row that could not be used leaves behind says nothing but that it is there.
	 */
	private @Nullable MemberDifference difference(Member desired, Member existing, Homecoming home) {
		if (desired.isUnknown()) {
			return null;
		}
		MemberDifference difference = this.policy.updates()
				? this.comparison.difference(desired, existing, this.policy.update() == UpdateMode.OVERWRITE) : null;
		return (home == Homecoming.ENABLED)
				? this.comparison.setting(FieldNames.ENABLED, FieldNames.TRUE, existing, difference) : difference;
	}

	/**
	 * What userids say, or will say, need not be remembered.
	 * @param difference what is written, null for nothing
	 */
	private void paired(Member desired, Member existing, MemberKey by, @Nullable MemberDifference difference) {
		boolean same = existing.userid() != null && existing.userid().equalsIgnoreCase(desired.userid());
		boolean willBe = difference != null && difference.after().userid() != null
				&& (this.policy.accounts() != null || this.keys.contains(MemberKey.USERID));
		if (by.isWeak() && desired.userid() != null && !same && !willBe && !desired.isUnknown()) {
			this.sink.paired(desired, existing, by, difference == null);
		}
	}

	private Disposition unchanged(Member desired, Member existing, Homecoming home) {
		if (!this.policy.updates()) {
			return Disposition.NOT_UPDATED;
		}
		boolean protects = home == Homecoming.LEFT_DISABLED
				|| this.comparison.isProtected(Operation.UPDATE, desired, existing);
		return protects ? Disposition.PROTECTED : Disposition.EQUAL;
	}

	private Message reason(Change change, Homecoming home, @Nullable Leaver leaver) {
		List<String> names = Differences.names(change);
		if (home == Homecoming.ENABLED && leaver != null) {
			return (names.size() == 1) ? Reasons.returned(leaver.since())
					: Reasons.returnedAndDiffers(leaver.since(), names);
		}
		return (this.policy.update() == UpdateMode.OVERWRITE) ? Reasons.overwritten(names) : Reasons.differs(names);
	}

	private void decided(Disposition disposition, int desired, int existing) {
		this.sink.decided(EntryKind.MEMBER, disposition, desired, existing);
	}

	/** The member as operators know it. */
	static String key(Member member) {
		if (member.userid() != null) {
			return member.userid();
		}
		String name = member.fields().value(FieldNames.NAME);
		return (name != null) ? name : member.ref();
	}

}
