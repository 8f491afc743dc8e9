package dev.rollcall.compare;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.compare.MemberPasses.Leftovers;
import dev.rollcall.compare.MemberPasses.Places;
import dev.rollcall.directory.Member;
import org.jspecify.annotations.Nullable;

/**
 * Takes members that earlier runs have linked out of those who are to be matched, and
 * pairs them by that.
 */
final class LinkedMembers {

	private final MemberLinks links;

	private final Leftovers ours;

	private final Leftovers theirs;

	/**
	 * Puts members aside.
	 * @param place tells the places from those of the keys
	 */
	LinkedMembers(MemberLinks links, Places places, int place) {
		this.links = links;
		this.ours = places.ofSource(place);
		this.theirs = places.ofTarget(place);
	}

	/** Those of the source that are not linked. */
	Iterator<KeyedMember> othersOfSource(Iterator<KeyedMember> members) {
		return new Others(members, (member) -> {
			MemberLink link = this.links.of(member);
			return (link != null) ? link.ref() : null;
		}, this.ours);
	}

	/** Likewise of the target. */
	Iterator<KeyedMember> othersOfTarget(Iterator<KeyedMember> members) {
		return new Others(members, (member) -> this.links.hasTarget(member) ? member.ref() : null, this.theirs);
	}

	/** Pairs those who were put aside, once all others have been gone through. */
	void pair(Found found) {
		new MemberMatching(this.ours.sorted(), this.theirs.sorted(), new Linked(this.links, found)).walk(true);
	}

	/** Goes through members, and puts some of them aside. */
	private static final class Others implements Iterator<KeyedMember> {

		private final Iterator<KeyedMember> members;

		private final Function<Member, @Nullable String> key;

		private final Leftovers aside;

		private @Nullable KeyedMember next;

		Others(Iterator<KeyedMember> members, Function<Member, @Nullable String> key, Leftovers aside) {
			this.members = members;
			this.key = key;
			this.aside = aside;
		}

		@Override
		public boolean hasNext() {
			while (this.next == null && this.members.hasNext()) {
				KeyedMember member = this.members.next();
				String linked = this.key.apply(member.member());
				if (linked == null) {
					this.next = member;
				}
				else {
					this.aside.add(new KeyedMember(linked, member.member()));
				}
			}
			return this.next != null;
		}

		@Override
		public KeyedMember next() {
			if (!hasNext() || this.next == null) {
				throw new NoSuchElementException();
			}
			KeyedMember member = this.next;
			this.next = null;
			return member;
		}

	}

	/** Says of each pair that it is linked, and by what. */
	private record Linked(MemberLinks links, Found found) implements Found {

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
			MemberLink link = this.links.of(desired);
			if (link == null) {
				throw new IllegalStateException("not linked: " + desired.ref());
			}
			this.found.linked(desired, existing, link);
		}

		@Override
		public void onlyInSource(Member desired) {
			this.found.onlyInSource(desired);
		}

		@Override
		public void onlyInTarget(Member existing) {
			this.found.onlyInTarget(existing);
		}

		@Override
		public void repeated(Member desired) {
			this.found.repeated(desired);
		}

		@Override
		public void conflict(String key, List<Member> desired, List<Member> existing) {
			this.found.conflict(desired.isEmpty() ? key : MemberKey.USERID.of(desired.get(0)), desired, existing);
		}

	}

}
