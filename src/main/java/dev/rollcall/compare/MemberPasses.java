package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.directory.Member;

/**
 * Pairs the members of two snapshots by one match key after the other: what one key
 * leaves over is sorted by the next.
 */
public final class MemberPasses {

	private final List<MemberKey> keys;

	private final Places places;

	/** Members that a key has left over. */
	public interface Leftovers {

		void add(KeyedMember member);

		/** All that were added, in the order of their keys. */
		Iterator<KeyedMember> sorted();

	}

	/** Where leftovers are put. */
	public interface Places {

		/**
		 * A place that is empty.
		 * @param pass tells the keys of one walk apart, from 1; the last is for links
		 */
		Leftovers ofSource(int pass);

		/** Likewise. */
		Leftovers ofTarget(int pass);

	}

	/**
	 * Passes in the order of the keys.
	 * @param keys one or more
	 */
	public MemberPasses(List<MemberKey> keys, Places places) {
		this.keys = List.copyOf(keys);
		this.places = places;
	}

	/**
	 * The keys of a job, and behind the userid the new one of members that have changed
	 * theirs.
	 * @param withRenamed whether there are such members
	 */
	public static List<MemberKey> keys(List<MemberKey> keys, boolean withRenamed) {
		List<MemberKey> passes = new ArrayList<>();
		for (MemberKey key : keys) {
			passes.add(key);
			if (key == MemberKey.USERID && withRenamed) {
				passes.add(MemberKey.NEW_USERID);
			}
		}
		return passes;
	}

	/**
	 * Pairs all members of two sides, both sorted by the first key.
	 * @param links pairs that no key is asked about
	 */
	public void walk(Iterator<KeyedMember> source, Iterator<KeyedMember> target, MemberLinks links, Found found) {
		ContestedMembers contested = new ContestedMembers(this.keys, links, found);
		if (links.equals(MemberLinks.NONE)) {
			walk(this.keys, source, target, contested);
			return;
		}
		LinkedMembers linked = new LinkedMembers(links, this.places, this.keys.size());
		walk(this.keys, linked.othersOfSource(source), linked.othersOfTarget(target), contested);
		linked.pair(found);
	}

	private void walk(List<MemberKey> passes, Iterator<KeyedMember> source, Iterator<KeyedMember> target, Found found) {
		boolean unique = passes.get(0) == MemberKey.USERID;
		found.by(passes.get(0));
		if (passes.size() == 1) {
			new MemberMatching(source, target, found).walk(unique);
			return;
		}
		int pass = passes.size() - 1;
		Leftovers ours = this.places.ofSource(pass);
		Leftovers theirs = this.places.ofTarget(pass);
		new MemberMatching(source, target,
				new LeftoverSorter(found, passes.get(1), isByUseridBefore(passes), ours, theirs))
			.walk(unique);
		walk(passes.subList(1, passes.size()), ours.sorted(), theirs.sorted(), found);
	}

	/** Whether one of the passes before the next one is by userid. */
	private boolean isByUseridBefore(List<MemberKey> passes) {
		return this.keys.subList(0, this.keys.size() - passes.size() + 1).contains(MemberKey.USERID);
	}

	/**
	 * Puts what a key leaves over aside for the next one. Of a target whose members are
	 * linked by userid, who is linked to somebody else is not tried by name: a namesake
	 * is somebody else, and must not be kept from being created.
	 */
	private record LeftoverSorter(Found found, MemberKey next, boolean byUserid, Leftovers ours,
			Leftovers theirs) implements Found {

		@Override
		public void linked(Member desired, Member existing, MemberLink link) {
			this.found.linked(desired, existing, link);
		}

		@Override
		public void by(MemberKey key) {
			this.found.by(key);
		}

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
			boolean taken = this.next == MemberKey.NAME && this.byUserid && existing.userid() != null
					&& !existing.isItsUserid();
			this.theirs.add(new KeyedMember(taken ? "" : this.next.ofExisting(existing), existing));
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
