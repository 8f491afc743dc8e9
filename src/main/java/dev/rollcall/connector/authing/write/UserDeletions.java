package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.client.Refusal;
import dev.rollcall.directory.Message;

/**
 * Deletes users, 50 with one call. Each batch is looked at before and behind: whoever
 * belongs to another organisation of the user pool as well is not ours to delete, and
 * whether all of a batch are gone Authing does not say.
 */
final class UserDeletions {

	/** How often somebody is sent whose answer is lost each time. */
	private static final int ROUNDS = 3;

	private final AuthingClient client;

	private final Lookup lookup;

	private final Tree ours;

	private final Results results;

	/**
	 * Deletions.
	 * @param ours the departments of the organisation
	 */
	UserDeletions(AuthingClient client, Lookup lookup, Tree ours, Results results) {
		this.client = client;
		this.lookup = lookup;
		this.ours = ours;
		this.results = results;
	}

	/** Who is to be deleted. */
	record Leaving(int index, String userId) {

	}

	/**
	 * Deletes at most 50 users; whoever is gone already is done.
	 * @throws DirectoryException when that cannot be told
	 */
	void carryOut(List<Leaving> users) {
		delete(there(users), 1);
	}

	private void delete(List<Leaving> users, int round) {
		if (users.isEmpty()) {
			return;
		}
		try {
			this.client.deleteUsers(users.stream().map(Leaving::userId).toList());
		}
		catch (Refusal refusal) {
			refused(users, refusal, round);
			return;
		}
		catch (DirectoryException ex) {
			if (!ex.isPassing() || round == ROUNDS) {
				throw ex;
			}
			delete(there(users), round + 1);
			return;
		}
		List<Leaving> still = there(users);
		if (users.size() == 1) {
			still.forEach((user) -> this.results.set(user.index(), Outcome.failed(Message.of("authing.still-there"))));
		}
		else {
			still.forEach((user) -> delete(List.of(user), round));
		}
	}

	private void refused(List<Leaving> users, Refusal refusal, int round) {
		Refusals.throwIfAboutTheCaller(refusal);
		List<Leaving> still = there(users);
		if (users.size() == 1) {
			still.forEach((user) -> this.results.set(user.index(), Refusals.of(refusal)));
			return;
		}
		delete(still.subList(0, still.size() / 2), round);
		delete(still.subList(still.size() / 2, still.size()), round);
	}

	/** Those who are to be deleted and are there; the others have their outcome. */
	private List<Leaving> there(List<Leaving> users) {
		Map<String, UserDetail> found = this.lookup.some(users.stream().map(Leaving::userId).toList());
		List<Leaving> there = new ArrayList<>();
		for (Leaving user : users) {
			UserDetail now = found.get(user.userId());
			if (now == null) {
				this.results.set(user.index(), Outcome.done());
			}
			else if (isElsewhere(now)) {
				this.results.set(user.index(), Outcome.failed(Message.of("authing.other-organization")));
			}
			else {
				there.add(user);
			}
		}
		return there;
	}

	private boolean isElsewhere(UserDetail user) {
		List<String> departments = this.lookup.departments(String.valueOf(user.userId()), user);
		return !departments.stream().allMatch(this.ours::has);
	}

}
