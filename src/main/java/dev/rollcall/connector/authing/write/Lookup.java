package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import dev.rollcall.connector.authing.api.Belonging;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.api.UserQuery;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.client.Refusal;
import dev.rollcall.connector.remote.SideBySide;

/** Looks at what Authing holds now of some users. */
final class Lookup {

	/** How many users Authing shows, takes or deletes with one call. */
	static final int BATCH = 50;

	private static final List<UserQuery.Sort> ORDER = List.of(new UserQuery.Sort("createdAt", "ASC"));

	private final AuthingClient client;

	private final SideBySide together;

	Lookup(AuthingClient client, SideBySide together) {
		this.client = client;
		this.together = together;
	}

	/** Those users of any number that exist, by their ids; for one thread at a time. */
	Map<String, UserDetail> all(Collection<String> ids) {
		Map<String, UserDetail> found = new ConcurrentHashMap<>();
		this.together.each(batches(List.copyOf(new LinkedHashSet<>(ids))), (batch) -> found.putAll(some(batch)));
		return found;
	}

	/** Those of at most 50 users that exist, by their ids. */
	Map<String, UserDetail> some(List<String> ids) {
		Map<String, UserDetail> found = new HashMap<>();
		if (!ids.isEmpty()) {
			look(ids, found);
		}
		return found;
	}

	/** Should Authing refuse to show any because one is gone, that one is found. */
	private void look(List<String> ids, Map<String, UserDetail> found) {
		try {
			for (UserDetail user : this.client.users(ids)) {
				if (user.userId() != null) {
					found.put(user.userId(), user);
				}
			}
		}
		catch (Refusal refusal) {
			if (!Refusals.isGone(refusal)) {
				throw refusal;
			}
			if (ids.size() > 1) {
				look(ids.subList(0, ids.size() / 2), found);
				look(ids.subList(ids.size() / 2, ids.size()), found);
			}
		}
	}

	/** Those users of any number that have a mark, by it; for one thread at a time. */
	Map<Mark, UserDetail> marked(Collection<Mark> marks) {
		Map<String, List<Mark>> byField = new LinkedHashMap<>();
		new LinkedHashSet<>(marks)
			.forEach((mark) -> byField.computeIfAbsent(mark.field(), (any) -> new ArrayList<>()).add(mark));
		List<List<Mark>> batches = new ArrayList<>();
		byField.values().forEach((ofField) -> batches.addAll(batches(ofField)));
		Map<Mark, UserDetail> found = new ConcurrentHashMap<>();
		this.together.each(batches, (batch) -> found.putAll(alike(batch)));
		return found;
	}

	/** Those of at most 50 users that have a mark, whichever field that is in. */
	Map<Mark, UserDetail> someMarked(List<Mark> marks) {
		Map<String, List<Mark>> byField = new LinkedHashMap<>();
		marks.forEach((mark) -> byField.computeIfAbsent(mark.field(), (any) -> new ArrayList<>()).add(mark));
		Map<Mark, UserDetail> found = new HashMap<>();
		byField.values().forEach((ofField) -> found.putAll(alike(ofField)));
		return found;
	}

	private Map<Mark, UserDetail> alike(List<Mark> marks) {
		String field = marks.get(0).field();
		UserQuery query = new UserQuery(
				List.of(new UserQuery.Condition(field, "IN", marks.stream().map(Mark::value).distinct().toList())),
				new UserQuery.Options(new UserQuery.Pagination(1, BATCH), ORDER, true, true));
		Map<Mark, UserDetail> found = new HashMap<>();
		for (UserDetail user : Objects.requireNonNullElse(this.client.users(query).list(), List.<UserDetail>of())) {
			marks.stream().filter((mark) -> mark.isOf(user)).forEach((mark) -> found.putIfAbsent(mark, user));
		}
		return found;
	}

	/**
	 * The ids of all departments that a user is in, of all organisations: asked for by
	 * itself where it was not shown, so that what is not ours is not taken for nothing.
	 */
	List<String> departments(String userId, UserDetail user) {
		return (user.departmentIds() != null) ? user.departmentIds()
				: memberships(userId).stream().map(Belonging::departmentId).filter(Objects::nonNull).toList();
	}

	/** All departments that a user is in, and what the user is there. */
	List<Belonging> memberships(String userId) {
		return Objects.requireNonNullElse(this.client.memberships(userId).list(), List.of());
	}

	static <T> List<List<T>> batches(List<T> all) {
		List<List<T>> batches = new ArrayList<>();
		for (int from = 0; from < all.size(); from += BATCH) {
			batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
		}
		return batches;
	}

}
