package dev.rollcall.compare;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Member;

/**
 * Sees to it that nobody is taken for having left who may be one of those whom a conflict
 * is about: a member of the source that one key could not settle is not tried by the
 * next, but whoever of the target that next key would have given it stays out of the
 * plan, too.
 */
public final class ContestedMembers implements MemberMatching.Found {

	private final List<MemberKey> keys;

	private final MemberLinks links;

	private final MemberMatching.Found found;

	private final Map<MemberKey, Set<String>> contested = new EnumMap<>(MemberKey.class);

	/**
	 * Stands between matching by several keys, one after the other, and who is told.
	 * @param keys all of them
	 * @param links pairs that are matched otherwise: whoever has the userid of one of
	 * them may be meant, too
	 */
	public ContestedMembers(List<MemberKey> keys, MemberLinks links, MemberMatching.Found found) {
		this.keys = List.copyOf(keys);
		this.links = links;
		this.found = found;
		keys.forEach((key) -> this.contested.put(key, new HashSet<>()));
	}

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
		this.found.onlyInSource(desired);
	}

	@Override
	public void onlyInTarget(Member existing) {
		if (this.links.hasUserid(existing)) {
			this.found.conflict(MemberKey.USERID.ofExisting(existing), List.of(), List.of(existing));
			return;
		}
		for (Map.Entry<MemberKey, Set<String>> claimed : this.contested.entrySet()) {
			String value = claimed.getKey().ofExisting(existing);
			if (claimed.getValue().contains(value)) {
				this.found.conflict(value, List.of(), List.of(existing));
				return;
			}
		}
		this.found.onlyInTarget(existing);
	}

	@Override
	public void repeated(Member desired) {
		this.found.repeated(desired);
	}

	@Override
	public void conflict(String key, List<Member> desired, List<Member> existing) {
		if (this.keys.size() > 1) {
			desired.forEach(this::contest);
		}
		this.found.conflict(key, desired, existing);
	}

	private void contest(Member desired) {
		this.contested.forEach((key, values) -> {
			if (key.concerns(desired)) {
				values.add(key.of(desired));
			}
		});
	}

}
