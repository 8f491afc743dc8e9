package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import dev.rollcall.directory.Member;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the members of two snapshots, both sorted by the same key, in one walk over both.
 * Members that share a key are never paired by guess.
 */
public final class MemberMatching {

	private final Iterator<KeyedMember> source;

	private final Iterator<KeyedMember> target;

	private final Found found;

	private @Nullable KeyedMember desired;

	private @Nullable KeyedMember existing;

	/** Receives what a walk finds, in the order of the keys. */
	public interface Found {

		/** What is found from now on is found by this key. */
		void by(MemberKey key);

		void pair(Member desired, Member existing);

		/** A pair that an earlier run has found, whatever the keys say. */
		void linked(Member desired, Member existing, MemberLink link);

		void onlyInSource(Member desired);

		void onlyInTarget(Member existing);

		/** A member of the source that is none of those whom the target is to have. */
		default void notMeant(Member desired) {
		}

		/** A member of the source that says the same as one before. */
		void repeated(Member desired);

		/**
		 * Several members claim one another.
		 * @param desired one or more of the source; none when an earlier conflict was
		 * about those that claim the existing ones
		 * @param existing one or more of the target; none when the source says different
		 * things of what has to be unique
		 */
		void conflict(String key, List<Member> desired, List<Member> existing);

	}

	public MemberMatching(Iterator<KeyedMember> source, Iterator<KeyedMember> target, Found found) {
		this.source = source;
		this.target = target;
		this.found = found;
		this.desired = next(source);
		this.existing = next(target);
	}

	/**
	 * Walks over all members.
	 * @param unique whether two members of the source that share the key and differ
	 * otherwise contradict each other even if the target has neither
	 */
	public void walk(boolean unique) {
		while (this.desired != null || this.existing != null) {
			int order = compare(this.desired, this.existing);
			if (order < 0 && !unique) {
				takeSource();
			}
			else if (order > 0) {
				takeTarget();
			}
			else {
				takeGroup((order < 0) ? this.desired : this.existing, unique);
			}
		}
	}

	private void takeSource() {
		if (this.desired != null) {
			this.found.onlyInSource(this.desired.member());
			this.desired = next(this.source);
		}
	}

	private void takeTarget() {
		if (this.existing != null) {
			this.found.onlyInTarget(this.existing.member());
			this.existing = next(this.target);
		}
	}

	private void takeGroup(@Nullable KeyedMember first, boolean unique) {
		if (first == null) {
			return;
		}
		String key = first.key();
		if (key.isEmpty()) {
			// On either side, who has no key is nobody's counterpart.
			takeSource();
			return;
		}
		Member oneDesired = null;
		Member oneExisting = null;
		List<Member> allDesired = null;
		List<Member> allExisting = null;
		while (this.desired != null && this.desired.key().equals(key)) {
			Member member = this.desired.member();
			if (oneDesired == null) {
				oneDesired = member;
			}
			else if (member.saysTheSameAs(oneDesired)) {
				this.found.repeated(member);
			}
			else {
				allDesired = add(allDesired, oneDesired, member);
			}
			this.desired = next(this.source);
		}
		while (this.existing != null && this.existing.key().equals(key)) {
			Member member = this.existing.member();
			if (oneExisting == null) {
				oneExisting = member;
			}
			else {
				allExisting = add(allExisting, oneExisting, member);
			}
			this.existing = next(this.target);
		}
		report(key, list(oneDesired, allDesired), list(oneExisting, allExisting), unique);
	}

	private void report(String key, List<Member> desireds, List<Member> existings, boolean unique) {
		if (desireds.size() == 1 && existings.size() == 1) {
			this.found.pair(desireds.get(0), existings.get(0));
		}
		else if ((desireds.size() > 1 && unique) || (!desireds.isEmpty() && !existings.isEmpty())) {
			this.found.conflict(key, desireds, existings);
		}
		else {
			desireds.forEach(this.found::onlyInSource);
			existings.forEach(this.found::onlyInTarget);
		}
	}

	private static List<Member> add(@Nullable List<Member> list, Member first, Member next) {
		List<Member> grown = (list != null) ? list : new ArrayList<>(List.of(first));
		grown.add(next);
		return grown;
	}

	private static List<Member> list(@Nullable Member one, @Nullable List<Member> all) {
		return (all != null) ? all : (one != null) ? List.of(one) : List.of();
	}

	private static int compare(@Nullable KeyedMember desired, @Nullable KeyedMember existing) {
		if (desired == null) {
			return 1;
		}
		return (existing == null) ? -1 : desired.key().compareTo(existing.key());
	}

	private static @Nullable KeyedMember next(Iterator<KeyedMember> members) {
		return members.hasNext() ? members.next() : null;
	}

}
