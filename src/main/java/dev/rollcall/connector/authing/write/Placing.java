package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.api.Belonging;
import dev.rollcall.connector.authing.api.Memberships;
import dev.rollcall.connector.authing.api.Memberships.Membership;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.client.Refusal;
import dev.rollcall.connector.authing.write.Results.Placed;
import dev.rollcall.connector.remote.Repeated;
import dev.rollcall.connector.remote.SideBySide;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Puts users into their departments: all of them with one call for each user. Authing
 * does not say whether that replaces the departments that there are or adds to them, so
 * it is told those of other organisations, too, which are not ours to take away, and what
 * is left over afterwards is taken away.
 */
final class Placing {

	private final AuthingClient client;

	private final SideBySide together;

	private final Lookup lookup;

	private final Results results;

	Placing(AuthingClient client, SideBySide together, Lookup lookup, Results results) {
		this.client = client;
		this.together = together;
		this.lookup = lookup;
		this.results = results;
	}

	/** Does so; gives those that are where they are to be. */
	List<Placed> carryOut(List<Placed> users, Tree tree) {
		if (users.isEmpty()) {
			return users;
		}
		Map<String, UserDetail> now = now(users);
		Collection<Placed> set = new ConcurrentLinkedQueue<>();
		this.together.each(users, (user) -> {
			Outcome outcome = set(user, now.get(user.userId()), tree);
			this.results.set(user.index(), outcome);
			if (outcome.state() == Outcome.State.DONE) {
				set.add(user);
			}
		});
		return checked(set, tree);
	}

	private Map<String, UserDetail> now(List<Placed> users) {
		Map<String, UserDetail> now = new HashMap<>();
		List<String> unknown = new ArrayList<>();
		for (Placed user : users) {
			if (user.now() != null && user.now().departmentIds() != null) {
				now.put(user.userId(), user.now());
			}
			else {
				unknown.add(user.userId());
			}
		}
		now.putAll(this.lookup.all(unknown));
		return now;
	}

	private Outcome set(Placed user, @Nullable UserDetail now, Tree tree) {
		if (now == null) {
			return Outcome.failed(Message.of("authing.user-gone"));
		}
		try {
			List<Membership> all = new ArrayList<>();
			Places places = user.places();
			places.list()
				.forEach((place) -> all.add(new Membership(place.department(), place.leads(),
						(places.main() != null) ? place.department().equals(places.main()) : null)));
			all.addAll(kept(user, now, tree));
			if (all.size() > MemberRules.DEPARTMENTS) {
				return Outcome.withheld(Message.of("authing.rule.departments", all.size(), MemberRules.DEPARTMENTS));
			}
			if (!all.isEmpty()) {
				Repeated.once(() -> this.client.setMemberships(new Memberships(user.userId(), all)));
			}
			return Outcome.done();
		}
		catch (Refusal refusal) {
			return Refusals.of(refusal);
		}
	}

	/** Departments that the user is in and that are none of ours, as they are. */
	private List<Membership> kept(Placed user, UserDetail now, Tree tree) {
		Set<String> others = new HashSet<>(this.lookup.departments(user.userId(), now));
		others.removeIf((id) -> tree.isEntry(id) || user.places().ids().contains(id));
		if (others.isEmpty()) {
			return List.of();
		}
		List<Membership> kept = new ArrayList<>();
		for (Belonging each : this.lookup.memberships(user.userId())) {
			if (each.departmentId() != null && others.remove(each.departmentId())) {
				boolean main = user.places().main() != null;
				kept.add(new Membership(each.departmentId(), each.isLeader(), main ? null : each.isMainDepartment()));
			}
		}
		others.forEach((id) -> kept.add(new Membership(id, null, null)));
		return kept;
	}

	/** Takes users out of what they are in beyond what is wanted, and looks again. */
	private List<Placed> checked(Collection<Placed> users, Tree tree) {
		Map<String, List<String>> leaving = new LinkedHashMap<>();
		List<Placed> again = new ArrayList<>();
		List<Placed> good = new ArrayList<>();
		Map<String, UserDetail> now = this.lookup.all(users.stream().map(Placed::userId).toList());
		for (Placed user : users) {
			Set<String> extra = extra(user, now.get(user.userId()), tree);
			extra.forEach(
					(department) -> leaving.computeIfAbsent(department, (any) -> new ArrayList<>()).add(user.userId()));
			(extra.isEmpty() ? good : again).add(user);
		}
		leaving.forEach(this::remove);
		Map<String, UserDetail> then = again.isEmpty() ? Map.of()
				: this.lookup.all(again.stream().map(Placed::userId).toList());
		good.removeIf((user) -> isWrong(user, now.get(user.userId()), tree));
		again.removeIf((user) -> isWrong(user, then.get(user.userId()), tree));
		good.addAll(again);
		return good;
	}

	private void remove(String department, List<String> users) {
		this.together.each(Lookup.batches(users), (batch) -> {
			try {
				Repeated.once(() -> this.client.removeMembers(department, batch));
			}
			catch (Refusal refusal) {
				// Who is still there is seen afterwards.
				Refusals.throwIfAboutTheCaller(refusal);
			}
		});
	}

	private Set<String> extra(Placed user, @Nullable UserDetail now, Tree tree) {
		Set<String> extra = new HashSet<>();
		if (now != null) {
			extra.addAll(this.lookup.departments(user.userId(), now));
			extra.removeIf((id) -> !tree.isEntry(id) || user.places().ids().contains(id));
		}
		return extra;
	}

	/** Whether somebody is not where it should be, which is told then. */
	private boolean isWrong(Placed user, @Nullable UserDetail now, Tree tree) {
		if (now == null) {
			this.results.set(user.index(), Outcome.failed(Message.of("authing.user-gone")));
			return true;
		}
		Set<String> missing = new HashSet<>(user.places().ids());
		this.lookup.departments(user.userId(), now).forEach(missing::remove);
		String main = user.places().main();
		boolean otherMain = main != null && now.mainDepartmentId() != null && !main.equals(now.mainDepartmentId());
		Set<String> extra = extra(user, now, tree);
		if (!missing.isEmpty() || !extra.isEmpty()) {
			this.results.set(user.index(),
					Outcome.failed(Message.of("authing.places-differ", missing.size(), extra.size())));
		}
		else if (otherMain) {
			this.results.set(user.index(),
					Outcome.failed(Message.of("authing.main-differs", String.valueOf(now.mainDepartmentId()))));
		}
		return !missing.isEmpty() || !extra.isEmpty() || otherMain;
	}

}
