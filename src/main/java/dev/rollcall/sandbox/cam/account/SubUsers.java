package dev.rollcall.sandbox.cam.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** All sub-users, by all their keys. Not safe for use by many threads. */
public final class SubUsers {

	private final Map<Long, SubUser> byUid = new TreeMap<>();

	private final Map<Long, SubUser> byUin = new HashMap<>();

	private final Map<String, SubUser> byName = new HashMap<>();

	private final Set<String> weComUserIds = new HashSet<>();

	private final Map<String, List<String>> spellings = new HashMap<>();

	/** All, those first that were created first. */
	public Collection<SubUser> all() {
		return this.byUid.values();
	}

	/** Those whom the console has imported from WeCom. */
	public List<SubUser> ofWeCom() {
		return this.byUid.values().stream().filter(SubUser::isOfWeCom).toList();
	}

	/** Whether somebody has been imported who has this userid, in whatever capitals. */
	public boolean hasWeComUserId(String userid) {
		return this.weComUserIds.contains(lower(userid));
	}

	public int count() {
		return this.byUid.size();
	}

	public @Nullable SubUser byUid(long uid) {
		return this.byUid.get(uid);
	}

	public @Nullable SubUser byUin(long uin) {
		return this.byUin.get(uin);
	}

	/** Whoever has that name, null when nobody has. */
	@Nullable SubUser byName(String name, boolean ignoringCase) {
		SubUser same = this.byName.get(name);
		List<String> alike = this.spellings.getOrDefault(lower(name), List.of());
		return (same == null && ignoringCase && !alike.isEmpty()) ? this.byName.get(alike.get(0)) : same;
	}

	/** Puts one there, or in the place of what it was. */
	void put(SubUser user) {
		this.byUid.put(user.uid(), user);
		this.byUin.put(user.uin(), user);
		if (user.weComUserId() != null) {
			this.weComUserIds.add(lower(user.weComUserId()));
		}
		if (this.byName.put(user.name(), user) == null) {
			this.spellings.computeIfAbsent(lower(user.name()), (name) -> new ArrayList<>()).add(user.name());
		}
	}

	void remove(SubUser user) {
		this.byUid.remove(user.uid());
		this.byUin.remove(user.uin());
		this.byName.remove(user.name());
		if (user.weComUserId() != null) {
			this.weComUserIds.remove(lower(user.weComUserId()));
		}
		List<String> alike = this.spellings.getOrDefault(lower(user.name()), new ArrayList<>());
		alike.remove(user.name());
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
