package dev.rollcall.plan;

import java.util.List;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberLink;
import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.directory.Member;

/** Hands members on to their planner, past somebody who looks on. */
final class WatchedMembers implements Found {

	private final MemberPlanner planner;

	private final Watch watch;

	private MemberKey key = MemberKey.USERID;

	/** Looks on. */
	@FunctionalInterface
	interface Watch {

		/**
		 * Some members were found, and are not planned yet.
		 * @param pairing which, and by what
		 * @param planning plans them; to be run once
		 */
		void found(Pairing pairing, Runnable planning);

	}

	WatchedMembers(MemberPlanner planner, Watch watch) {
		this.planner = planner;
		this.watch = watch;
	}

	@Override
	public void by(MemberKey found) {
		this.key = found;
		this.planner.by(found);
	}

	@Override
	public void pair(Member desired, Member existing) {
		this.watch.found(
				new Pairing(List.of(desired), List.of(existing), Pairing.How.of(this.key), this.key.of(desired)),
				() -> this.planner.pair(desired, existing));
	}

	@Override
	public void linked(Member desired, Member existing, MemberLink link) {
		this.watch.found(Pairing.linked(desired, existing, link), () -> this.planner.linked(desired, existing, link));
	}

	@Override
	public void onlyInSource(Member desired) {
		this.watch.found(new Pairing(List.of(desired), List.of(), Pairing.How.ONLY_IN_SOURCE, ""),
				() -> this.planner.onlyInSource(desired));
	}

	@Override
	public void onlyInTarget(Member existing) {
		this.watch.found(new Pairing(List.of(), List.of(existing), Pairing.How.ONLY_IN_TARGET, ""),
				() -> this.planner.onlyInTarget(existing));
	}

	@Override
	public void notMeant(Member desired) {
		this.watch.found(new Pairing(List.of(desired), List.of(), Pairing.How.ONLY_IN_SOURCE, ""),
				() -> this.planner.notMeant(desired));
	}

	@Override
	public void repeated(Member desired) {
		this.watch.found(new Pairing(List.of(desired), List.of(), Pairing.How.REPEATED, this.key.of(desired)),
				() -> this.planner.repeated(desired));
	}

	@Override
	public void conflict(String shared, List<Member> desired, List<Member> existing) {
		Pairing.How how = desired.isEmpty() ? Pairing.How.CLAIMED : Pairing.How.CONTESTED;
		this.watch.found(new Pairing(desired, existing, how, shared),
				() -> this.planner.conflict(shared, desired, existing));
	}

}
