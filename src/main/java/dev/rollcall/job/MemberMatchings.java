package dev.rollcall.job;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

import dev.rollcall.compare.ContestedMembers;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.KeyedMember;
import dev.rollcall.compare.MemberAgreement;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberMatching;
import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Member;
import dev.rollcall.staging.Ledger;
import dev.rollcall.staging.Leftovers;
import dev.rollcall.staging.ReadAhead;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.SnapshotStore;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Pairs the staged members of a run, by one match key after the other: what one key
 * leaves over is sorted by the next.
 */
final class MemberMatchings {

	private static final int MEMBERS_AT_ONCE = 1000;

	private final SnapshotStore snapshots;

	private final JdbcTemplate jdbc;

	MemberMatchings(SnapshotStore snapshots, JdbcTemplate jdbc) {
		this.snapshots = snapshots;
		this.jdbc = jdbc;
	}

	/** Which members the unpaired departments of both sides share. */
	MemberAgreement agreement(RunContext context, DepartmentMatching departments) {
		MemberAgreement agreement = new MemberAgreement(departments);
		try (ReadAhead<KeyedMember> source = staged(context, Side.SOURCE, departments.source());
				ReadAhead<KeyedMember> target = staged(context, Side.TARGET, departments.target())) {
			new MemberMatching(source, target, new AgreementCount(agreement))
				.walk(context.firstKey() == MemberKey.USERID);
		}
		return agreement;
	}

	/**
	 * Pairs all members.
	 * @param withRenamed whether members of the source have changed their userid
	 */
	void match(RunContext context, DepartmentMatching departments, boolean withRenamed, Found found) {
		List<MemberKey> passes = context.passes(withRenamed);
		try (ReadAhead<KeyedMember> source = staged(context, Side.SOURCE, departments.source());
				ReadAhead<KeyedMember> target = staged(context, Side.TARGET, departments.target())) {
			match(context, passes, source, remembered(context, target), new ContestedMembers(passes, found));
		}
	}

	private void match(RunContext context, List<MemberKey> passes, Iterator<KeyedMember> source,
			Iterator<KeyedMember> target, Found found) {
		boolean unique = passes.get(0) == MemberKey.USERID;
		found.by(passes.get(0));
		if (passes.size() == 1) {
			new MemberMatching(source, target, found).walk(unique);
			return;
		}
		int pass = passes.size() - 1;
		Leftovers ours = this.snapshots.leftovers(context.id(), Side.SOURCE, pass);
		Leftovers theirs = this.snapshots.leftovers(context.id(), Side.TARGET, pass);
		new MemberMatching(source, target, new LeftoverSorter(found, passes.get(1), ours, theirs)).walk(unique);
		match(context, passes.subList(1, passes.size()), ours.sorted(), theirs.sorted(), found);
	}

	private ReadAhead<KeyedMember> staged(RunContext context, Side side, DepartmentTree departments) {
		return new ReadAhead<>("members-" + side, MEMBERS_AT_ONCE,
				() -> this.snapshots.members(context.id(), side, List.copyOf(departments.all())));
	}

	/** The target's members with what only the ledger knows of them. */
	private Iterator<KeyedMember> remembered(RunContext context, Iterator<KeyedMember> members) {
		Ledger ledger = new Ledger(this.jdbc, context.target().identity().directory(),
				context.target().capabilities().hidden());
		if (!ledger.isNeeded()) {
			return members;
		}
		Map<String, Map<String, String>> remembered = ledger.remembered();
		return new Iterator<>() {
			@Override
			public boolean hasNext() {
				return members.hasNext();
			}

			@Override
			public KeyedMember next() {
				KeyedMember member = members.next();
				Map<String, String> known = remembered.get(member.member().ref());
				return (known != null) ? new KeyedMember(member.key(), Ledger.complete(member.member(), known))
						: member;
			}
		};
	}

	/** Counts members of departments that are still unpaired. */
	private record AgreementCount(MemberAgreement agreement) implements Found {

		@Override
		public void pair(Member desired, Member existing) {
			this.agreement.pair(desired, existing);
		}

		@Override
		public void onlyInSource(Member desired) {
			this.agreement.onlyInSource(desired);
		}

		@Override
		public void onlyInTarget(Member existing) {
			this.agreement.onlyInTarget(existing);
		}

		@Override
		public void repeated(Member desired) {
			// Counted the first time.
		}

		@Override
		public void conflict(String key, List<Member> desired, List<Member> existing) {
			desired.forEach(this.agreement::onlyInSource);
			existing.forEach(this.agreement::onlyInTarget);
		}

	}

	/** Puts what a key leaves over aside for the next one. */
	private record LeftoverSorter(Found found, MemberKey next, Leftovers ours, Leftovers theirs) implements Found {

		@Override
		public void pair(Member desired, Member existing) {
			this.found.pair(desired, existing);
		}

		@Override
		public void onlyInSource(Member desired) {
			this.ours.add(new KeyedMember(this.next.concerns(desired) ? this.next.of(desired) : "", desired));
		}

		@Override
		public void onlyInTarget(Member existing) {
			this.theirs.add(new KeyedMember(this.next.of(existing), existing));
		}

		@Override
		public void repeated(Member desired) {
			this.found.repeated(desired);
		}

		@Override
		public void conflict(String key, List<Member> desired, List<Member> existing) {
			this.found.conflict(key, desired, existing);
		}

	}

}
