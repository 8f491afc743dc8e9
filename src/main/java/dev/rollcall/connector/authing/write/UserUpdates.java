package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.api.UserBatch;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.client.Refusal;
import dev.rollcall.directory.Message;

/**
 * Updates users, 50 with one call. A batch that is not simply done is sent again in
 * parts, which no update is the worse for. What was to be emptied is looked at.
 */
final class UserUpdates {

	private final AuthingClient client;

	private final Lookup lookup;

	private final Emptying emptying;

	private final Results results;

	UserUpdates(AuthingClient client, Lookup lookup, Emptying emptying, Results results) {
		this.client = client;
		this.lookup = lookup;
		this.emptying = emptying;
		this.results = results;
	}

	/**
	 * Updates at most 50 users.
	 * @throws DirectoryException when it cannot be told what became of them
	 */
	void carryOut(List<Sending> users) {
		boolean byText = this.emptying.byText();
		List<Sending> left = send(users, byText, true);
		if (left.isEmpty()) {
			return;
		}
		List<Sending> still = send(left, !byText, false);
		if (still.size() < left.size()) {
			this.emptying.worksByText(!byText);
		}
		still.forEach((user) -> this.results.set(user.index(),
				Outcome.failed(Message.of("authing.not-emptied", String.join(", ", fields(user))))));
	}

	private static List<String> fields(Sending user) {
		List<String> fields = new ArrayList<>(user.body().emptied());
		fields.addAll(user.body().emptiedCustom());
		return fields;
	}

	/**
	 * Sends a batch.
	 * @param again whether there is another way to empty a field, should this be refused
	 * @return those of whom not all is empty that was to be
	 */
	private List<Sending> send(List<Sending> users, boolean byText, boolean again) {
		if (users.isEmpty()) {
			return List.of();
		}
		try {
			return answered(users, sent(users, byText), byText, again);
		}
		catch (Refusal refusal) {
			Refusals.throwIfAboutTheCaller(refusal);
			if (users.size() > 1) {
				return parts(users, (users.size() + 1) / 2, byText, again);
			}
			Sending user = users.get(0);
			if (user.body().empties() && (refusal.status() == Refusals.INVALID || !again)) {
				return users;
			}
			this.results.set(user.index(), Refusals.of(refusal));
			return List.of();
		}
	}

	private List<Sending> parts(List<Sending> users, int size, boolean byText, boolean again) {
		List<Sending> left = new ArrayList<>();
		for (int from = 0; from < users.size(); from += size) {
			left.addAll(send(users.subList(from, Math.min(users.size(), from + size)), byText, again));
		}
		return left;
	}

	/** The users as Authing shows them, asked once more if nobody knows what became. */
	private Map<String, UserDetail> sent(List<Sending> users, boolean byText) {
		UserBatch batch = new UserBatch(users.stream().map((user) -> user.body().write(byText)).toList(), null);
		List<UserDetail> answer;
		try {
			answer = this.client.updateUsers(batch);
		}
		catch (DirectoryException ex) {
			if (!ex.isPassing()) {
				throw ex;
			}
			answer = this.client.updateUsers(batch);
		}
		Map<String, UserDetail> shown = new HashMap<>();
		answer.stream()
			.filter((user) -> user.userId() != null)
			.forEach((user) -> shown.put(Objects.requireNonNull(user.userId()), user));
		return shown;
	}

	private List<Sending> answered(List<Sending> users, Map<String, UserDetail> shown, boolean byText, boolean again) {
		List<Sending> left = new ArrayList<>();
		List<Sending> rest = new ArrayList<>();
		Map<String, UserDetail> whole = whole(users, shown);
		for (Sending user : users) {
			String id = Objects.requireNonNull(user.body().userId());
			UserDetail now = whole.get(id);
			if (now == null) {
				rest.add(user);
			}
			else if (user.body().left(now).isEmpty()) {
				this.results.written(user, id, null);
			}
			else {
				left.add(user);
			}
		}
		if (users.size() == 1 && !rest.isEmpty()) {
			unanswered(rest.get(0));
		}
		else {
			left.addAll(parts(rest, 1, byText, again));
		}
		return left;
	}

	/** Custom fields that were emptied are asked for if the answer leaves them out. */
	private Map<String, UserDetail> whole(List<Sending> users, Map<String, UserDetail> shown) {
		List<String> ids = users.stream()
			.filter((user) -> !user.body().emptiedCustom().isEmpty())
			.map((user) -> Objects.requireNonNull(user.body().userId()))
			.filter((id) -> shown.containsKey(id) && shown.get(id).customData() == null)
			.toList();
		Map<String, UserDetail> whole = new HashMap<>(shown);
		whole.putAll(this.lookup.some(ids));
		return whole;
	}

	/** Sent alone, and yet Authing has said nothing. */
	private void unanswered(Sending user) {
		String id = Objects.requireNonNull(user.body().userId());
		boolean there = this.lookup.some(List.of(id)).containsKey(id);
		this.results.set(user.index(), Outcome.failed(Message.of(there ? "authing.passed-over" : "authing.user-gone")));
	}

}
