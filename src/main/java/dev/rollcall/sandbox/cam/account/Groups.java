package dev.rollcall.sandbox.cam.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Refused;
import org.jspecify.annotations.Nullable;

/** All groups, and who is in which. Not safe for use by many threads. */
public final class Groups {

	private final Map<Long, Group> byId = new TreeMap<>();

	private final Map<String, Long> byName = new HashMap<>();

	private final Map<Long, Set<Long>> users = new HashMap<>();

	private final Map<Long, Set<Long>> groups = new HashMap<>();

	/** All, those first that were created first. */
	public Collection<Group> all() {
		return this.byId.values();
	}

	/** The group of an id, null when there is none. */
	public @Nullable Group byId(long id) {
		return this.byId.get(id);
	}

	/**
	 * The group of an id.
	 * @throws Refused when there is none
	 */
	public Group required(long id) {
		Group group = this.byId.get(id);
		if (group == null) {
			throw Refused.because(Code.NO_SUCH_GROUP);
		}
		return group;
	}

	/**
	 * Puts one there, or in the place of what it was.
	 * @throws Refused when another one has its name
	 */
	public void put(Group group) {
		Long other = this.byName.get(group.name());
		if (other != null && other != group.id()) {
			throw Refused.because(Code.GROUP_TAKEN);
		}
		Group former = this.byId.put(group.id(), group);
		if (former != null) {
			this.byName.remove(former.name());
		}
		this.byName.put(group.name(), group.id());
	}

	/** Removes one; nobody is in it any more. */
	public void remove(Group group) {
		this.byId.remove(group.id());
		this.byName.remove(group.name());
		usersOf(group.id()).forEach((uid) -> leave(group.id(), uid));
	}

	/** Who is in a group, by their uids. */
	public List<Long> usersOf(long id) {
		return new ArrayList<>(this.users.getOrDefault(id, Set.of()));
	}

	/** Which groups a sub-user is in, by their ids. */
	public List<Long> groupsOf(long uid) {
		return new ArrayList<>(this.groups.getOrDefault(uid, Set.of()));
	}

	public boolean has(long id, long uid) {
		return this.users.getOrDefault(id, Set.of()).contains(uid);
	}

	/** Puts a sub-user into a group. */
	public void join(long id, long uid) {
		this.users.computeIfAbsent(id, (group) -> new TreeSet<>()).add(uid);
		this.groups.computeIfAbsent(uid, (user) -> new TreeSet<>()).add(id);
	}

	/** Takes a sub-user out of a group. */
	public void leave(long id, long uid) {
		this.users.getOrDefault(id, new TreeSet<>()).remove(uid);
		this.groups.getOrDefault(uid, new TreeSet<>()).remove(id);
	}

}
