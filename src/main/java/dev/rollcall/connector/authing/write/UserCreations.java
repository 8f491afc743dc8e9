package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.api.UserBatch;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.api.UserWrite;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.client.Refusal;
import dev.rollcall.connector.authing.fields.PoolFields;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Creates users, 50 with one call.
 *
 * <p>
 * Authing does not say what becomes of the others when one of a batch cannot be created:
 * none of them, those before it, or all but that one. So whenever a batch is not simply
 * done, we look who is there; what is there as it was to be is done, and the rest is sent
 * again in halves, until whoever it is about stands alone.
 */
final class UserCreations {

	/** How often somebody is sent whose answer is lost each time. */
	private static final int ROUNDS = 4;

	private final AuthingClient client;

	private final Lookup lookup;

	private final UserBatch.@Nullable Options options;

	private final Results results;

	/**
	 * Creations.
	 * @param generatePasswords whether Authing is to make passwords up
	 */
	UserCreations(AuthingClient client, Lookup lookup, boolean generatePasswords, Results results) {
		this.client = client;
		this.lookup = lookup;
		this.options = generatePasswords ? new UserBatch.Options(null, true, null) : null;
		this.results = results;
	}

	/**
	 * Creates at most 50 users.
	 * @throws DirectoryException when it cannot be told what became of them
	 */
	void carryOut(List<Sending> users) {
		send(users, 1);
	}

	/**
	 * Sends a batch.
	 * @param round counted from 1; beyond that, an answer has been lost before
	 */
	private void send(List<Sending> users, int round) {
		if (users.isEmpty()) {
			return;
		}
		try {
			List<Sending> rest = unanswered(users, this.client.createUsers(batch(users)));
			if (!rest.isEmpty()) {
				passedOver(rest, users.size() == 1, round);
			}
		}
		catch (Refusal refusal) {
			refused(users, refusal, round);
		}
		catch (DirectoryException ex) {
			if (!ex.isPassing() || round == ROUNDS) {
				throw ex;
			}
			send(absent(users), round + 1);
		}
	}

	private UserBatch batch(List<Sending> users) {
		return new UserBatch(users.stream().map((user) -> user.body().write(false)).toList(), this.options);
	}

	/** Takes note of those whom the answer shows; gives the others. */
	private List<Sending> unanswered(List<Sending> users, List<UserDetail> answer) {
		List<Sending> rest = new ArrayList<>();
		for (Sending user : users) {
			UserDetail made = made(user, answer);
			if (made != null) {
				this.results.written(user, Objects.requireNonNull(made.userId()), made);
			}
			else {
				rest.add(user);
			}
		}
		return rest;
	}

	/** By the link, never by the place in the answer. */
	private static @Nullable UserDetail made(Sending user, List<UserDetail> answer) {
		UserWrite sent = user.body().write(false);
		Mark mark = Mark.of(sent);
		return answer.stream()
			.filter((one) -> one.userId() != null)
			.filter((one) -> mark.isOf(one) || (PoolFields.userid(one) == null && Mark.isSame(sent, one)))
			.findFirst()
			.orElse(null);
	}

	/** Authing has said nothing of some whom it was to create. */
	private void passedOver(List<Sending> users, boolean alone, int round) {
		List<Sending> absent = absent(users);
		if (alone) {
			absent.forEach((user) -> this.results.set(user.index(), Outcome.failed(Message.of("authing.passed-over"))));
			return;
		}
		absent.forEach((user) -> send(List.of(user), round));
	}

	private void refused(List<Sending> users, Refusal refusal, int round) {
		Refusals.throwIfAboutTheCaller(refusal);
		if (users.size() == 1) {
			// One whose answer was lost may have arrived late, and this been refused for
			// it.
			List<Sending> absent = (round > 1) ? absent(users) : users;
			absent.forEach((user) -> this.results.set(user.index(), Refusals.of(refusal)));
			return;
		}
		List<Sending> rest = absent(users);
		send(rest.subList(0, rest.size() / 2), round);
		send(rest.subList(rest.size() / 2, rest.size()), round);
	}

	/**
	 * Those who are not there. Whoever is, and is not as we would have created it, was
	 * there before.
	 */
	private List<Sending> absent(List<Sending> users) {
		Map<Mark, UserDetail> there = this.lookup.someMarked(users.stream().map(Sending::mark).toList());
		List<Sending> absent = new ArrayList<>();
		for (Sending user : users) {
			UserDetail found = there.get(user.mark());
			if (found == null || found.userId() == null) {
				absent.add(user);
			}
			else if (user.body().isLike(found)) {
				this.results.written(user, found.userId(), found);
			}
			else {
				this.results.set(user.index(), Outcome.failed(Message.of("authing.user-exists", found.userId())));
			}
		}
		return absent;
	}

}
