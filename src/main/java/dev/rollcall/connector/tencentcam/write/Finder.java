package dev.rollcall.connector.tencentcam.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import dev.rollcall.connector.remote.SideBySide;
import dev.rollcall.connector.tencentcam.api.SubAccounts.SubAccount;
import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.connector.tencentcam.fields.SubUserFields;
import dev.rollcall.connector.tencentcam.fields.SubUserKind;
import dev.rollcall.directory.Entry;
import dev.rollcall.plan.Change;
import org.jspecify.annotations.Nullable;

/**
 * Finds what changes are about as CAM holds it now: whoever is to be created by the name,
 * everybody else by the number.
 */
final class Finder {

	private final Lookup lookup;

	private final SideBySide together;

	private final Manner manner;

	private final Adoptions adoptions;

	private final Credentials credentials;

	Finder(Lookup lookup, SideBySide together, Manner manner, Adoptions adoptions, Credentials credentials) {
		this.lookup = lookup;
		this.together = together;
		this.manner = manner;
		this.adoptions = adoptions;
		this.credentials = credentials;
	}

	/** What each of some changes is about; for one thread at a time. */
	List<@Nullable Entry> find(List<Change> changes) {
		Map<Integer, User> found = users(changes);
		Set<Long> uins = new LinkedHashSet<>();
		found.values().forEach((user) -> uins.add(Objects.requireNonNull(user.uin())));
		Map<Long, SubUserKind> kinds = kinds(List.copyOf(uins));
		Map<Long, User> ofWeCom = kinds.containsValue(SubUserKind.WECOM) ? byUin(this.lookup.ofWeCom()) : Map.of();
		Map<Long, List<String>> groups = groups(uins);
		SubUserFields fields = new SubUserFields(this.manner.managedGroups());
		List<@Nullable Entry> entries = new ArrayList<>(Collections.nCopies(changes.size(), null));
		found.forEach((place, user) -> {
			Long uin = Objects.requireNonNull(user.uin());
			entries.set(place, fields.member(ofWeCom.getOrDefault(uin, user), kinds.get(uin),
					groups.getOrDefault(uin, List.of())));
		});
		return entries;
	}

	/** Who each change is about, by its place; without those who are not there. */
	private Map<Integer, User> users(List<Change> changes) {
		if (changes.isEmpty()) {
			return Map.of();
		}
		List<User> listed = this.lookup.users();
		Names names = new Names(listed);
		Map<Long, User> numbers = byUin(listed);
		Map<Integer, User> found = new ConcurrentHashMap<>();
		this.together.each(IntStream.range(0, changes.size()).boxed().toList(), (place) -> {
			Change change = changes.get(place);
			User user = (change.ref() != null) ? numbered(Long.parseLong(change.ref()), numbers)
					: created(Wanted.of(change), names);
			if (user != null) {
				found.put(place, user);
			}
		});
		return found;
	}

	/** Those of WeCom may be missing from the list of all. */
	private @Nullable User numbered(long uin, Map<Long, User> listed) {
		User user = listed.get(uin);
		SubAccount account = (user != null) ? null : this.lookup.account(uin);
		if (account != null) {
			User named = this.lookup.named(Objects.requireNonNull(account.name()));
			return (named != null && Objects.equals(named.uin(), uin)) ? named
					: new User(uin, account.uid(), account.name(), null, null, null, null, null, null, null, null);
		}
		return user;
	}

	/**
	 * A creation is not done as long as nobody can have the password or key that came of
	 * it: whoever is there without them counts as not there, so that it is sent again and
	 * that comes to light.
	 */
	private @Nullable User created(Wanted wanted, Names listed) {
		User user = listed.get(wanted.name());
		User there = (user != null || wanted.name().isEmpty()) ? user : this.lookup.named(wanted.name());
		boolean useless = there != null && this.adoptions.isAsWanted(wanted, there)
				&& !this.credentials.areKept(Objects.requireNonNull(there.uin()));
		return useless ? null : there;
	}

	private Map<Long, SubUserKind> kinds(List<Long> uins) {
		Map<Long, SubUserKind> kinds = new ConcurrentHashMap<>();
		List<List<Long>> batches = new ArrayList<>();
		for (int from = 0; from < uins.size(); from += Lookup.DESCRIBED) {
			batches.add(uins.subList(from, Math.min(uins.size(), from + Lookup.DESCRIBED)));
		}
		this.together.each(batches, (batch) -> this.lookup.described(batch).forEach((uin, account) -> {
			SubUserKind kind = SubUserKind.of(account.userType());
			if (kind != null) {
				kinds.put(uin, kind);
			}
		}));
		return kinds;
	}

	private Map<Long, List<String>> groups(Set<Long> uins) {
		Map<Long, List<String>> groups = new ConcurrentHashMap<>();
		if (!this.manner.managedGroups().isEmpty()) {
			this.together.each(uins, (uin) -> groups.put(uin, this.lookup.groupsOf(uin)));
		}
		return groups;
	}

	private static Map<Long, User> byUin(List<User> users) {
		Map<Long, User> byUin = new HashMap<>();
		users.stream().filter((user) -> user.uin() != null).forEach((user) -> byUin.put(user.uin(), user));
		return byUin;
	}

}
