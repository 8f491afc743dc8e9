package dev.rollcall.sandbox.authing.users;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.wire.Question;

/**
 * Tells nobody anything, but remembers whom Authing would have told by mail or telephone
 * that there is an account.
 */
public final class Notices {

	private final NavigableSet<String> told = new TreeSet<>();

	void note(Account account, Question options) {
		Question wanted = options.part("sendNotification");
		if (wanted.flag("sendEmailNotification") && account.profile().has("email")) {
			this.told.add(account.text("email"));
		}
		if (wanted.flag("sendPhoneNotification") && account.profile().has("phone")) {
			this.told.add(account.text("phone"));
		}
	}

	/** The mail addresses and telephone numbers. */
	public NavigableSet<String> told() {
		return Collections.unmodifiableNavigableSet(this.told);
	}

}
