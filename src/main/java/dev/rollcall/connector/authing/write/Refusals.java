package dev.rollcall.connector.authing.write;

import java.util.Set;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.client.Refusal;

/** What Authing's refusals mean for a change. */
final class Refusals {

	static final int INVALID = 400;

	private static final int NOT_FOUND = 404;

	/** Unknown, not paid for, not allowed: every other change would be refused, too. */
	private static final Set<Integer> ABOUT_THE_CALLER = Set.of(401, 402, 403);

	private Refusals() {
	}

	/**
	 * The outcome of a change that Authing has refused.
	 * @throws Refusal when it is not about the change
	 */
	static Outcome of(Refusal refusal) {
		throwIfAboutTheCaller(refusal);
		return Outcome.failed(refusal.text());
	}

	static void throwIfAboutTheCaller(Refusal refusal) {
		if (ABOUT_THE_CALLER.contains(refusal.status())) {
			throw refusal;
		}
	}

	/** Whether it says that something is not there. */
	static boolean isGone(Refusal refusal) {
		return refusal.status() == NOT_FOUND;
	}

}
