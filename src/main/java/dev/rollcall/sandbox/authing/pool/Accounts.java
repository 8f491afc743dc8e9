package dev.rollcall.sandbox.authing.pool;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** All users, with what must be found fast. */
public final class Accounts {

	private final Map<String, Account> byId = new HashMap<>();

	private final NavigableMap<Long, Account> byNumber = new TreeMap<>();

	private final Map<String, Set<String>> members = new HashMap<>();

	private final UniqueTexts unique = new UniqueTexts();

	private long version;

	Accounts() {
	}

	public @Nullable Account get(String id) {
		return this.byId.get(id);
	}

	/** In the order of creation. */
	public Collection<Account> all() {
		return Collections.unmodifiableCollection(this.byNumber.values());
	}

	public int size() {
		return this.byId.size();
	}

	/** Another number after every change. */
	public long version() {
		return this.version;
	}

	/** The number of the next user. */
	public long nextNumber() {
		return this.byNumber.isEmpty() ? 1 : this.byNumber.lastKey() + 1;
	}

	/** The ids of the users right in a department, in the order of joining. */
	public Set<String> members(String department) {
		return Collections.unmodifiableSet(this.members.getOrDefault(department, Set.of()));
	}

	/** What only one user may have of each kind, and who has it. */
	public UniqueTexts unique() {
		return this.unique;
	}

	public void put(Account account) {
		Account former = this.byId.put(account.id(), account);
		if (former != null) {
			this.unique.remove(former);
			former.posts()
				.stream()
				.filter((post) -> !account.isIn(post.department()))
				.forEach((post) -> leave(post.department(), account.id()));
		}
		this.byNumber.put(account.number(), account);
		this.unique.add(account);
		account.posts()
			.forEach((post) -> this.members.computeIfAbsent(post.department(), (id) -> new LinkedHashSet<>())
				.add(account.id()));
		this.version++;
	}

	public void remove(Account account) {
		this.byId.remove(account.id());
		this.byNumber.remove(account.number());
		this.unique.remove(account);
		account.posts().forEach((post) -> leave(post.department(), account.id()));
		this.version++;
	}

	private void leave(String department, String id) {
		Set<String> there = this.members.get(department);
		if (there != null && there.remove(id) && there.isEmpty()) {
			this.members.remove(department);
		}
	}

}
