package dev.rollcall.sandbox.authing.users;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Refused;
import org.jspecify.annotations.Nullable;

/** Finds the users that a caller means. */
final class UserFinder {

	private final UserPool pool;

	UserFinder(UserPool pool) {
		this.pool = pool;
	}

	/**
	 * A user.
	 * @param kind what is given: {@code user_id}, {@code phone}, {@code email},
	 * {@code username}, {@code external_id} or {@code custom_field}, the last as a key
	 * and a value with a colon between them
	 * @throws Refused when there is none
	 */
	Account one(String given, String kind) {
		Account account = find(given, kind);
		if (account == null) {
			throw Refused.noSuchUser();
		}
		return account;
	}

	/** Those of several that there are. */
	List<Account> some(List<String> given, String kind) {
		List<Account> found = new ArrayList<>();
		for (String each : given) {
			Account account = find(each, kind);
			if (account != null) {
				found.add(account);
			}
		}
		return found;
	}

	private @Nullable Account find(String given, String kind) {
		return switch (kind) {
			case "user_id" -> this.pool.accounts().get(given);
			case "phone", "email", "username" -> owner(kind, given);
			case "external_id" -> owner("externalId", given);
			case "custom_field" -> custom(given);
			case "identity", "sync_relation" -> null;
			default -> throw Refused.invalid("userIdType 不合法：" + kind);
		};
	}

	private @Nullable Account custom(String given) {
		int colon = given.indexOf(':');
		return (colon > 0) ? owner("custom:" + given.substring(0, colon), given.substring(colon + 1)) : null;
	}

	private @Nullable Account owner(String field, String text) {
		String id = this.pool.accounts().unique().owner(field, text);
		return (id != null) ? this.pool.accounts().get(id) : null;
	}

}
