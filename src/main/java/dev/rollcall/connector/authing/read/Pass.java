package dev.rollcall.connector.authing.read;

import java.util.HashSet;
import java.util.Set;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.authing.client.Refusal;
import dev.rollcall.connector.authing.read.UserPages.Answer;

/**
 * Going once through the pages of users, and whether that has shown all of them. Whoever
 * goes shifts those behind from page to page, and one slips through between two calls.
 * That is seen: the total falls, or the last page does not hold any more whom it held at
 * the beginning. Only one who goes and one who comes into the midst between the same two
 * calls would not be.
 */
final class Pass {

	/** That these are no refusals of a page too deep. */
	private static final Set<Integer> OF_ALL = Set.of(401, 402, 403);

	private final IdSet met = new IdSet();

	private final int metBefore;

	/** The last page, and who was on it at the beginning. */
	private final Question last;

	private final Answer end;

	private final boolean reachable;

	/** The most users that there ever were. */
	private long total;

	private boolean shifted;

	private Pass(Question last, Answer end, boolean reachable, long total, int metBefore) {
		this.last = last;
		this.end = end;
		this.reachable = reachable;
		this.total = total;
		this.metBefore = metBefore;
	}

	/**
	 * Looks at the first page and at the last.
	 * @param metBefore how many users were met before a restart
	 */
	static Pass begin(UserPages pages, int metBefore) {
		Question first = new Question("", 1);
		Answer begin = pages.get(first);
		Question last = new Question("", (int) Math.max(1, (begin.total() + Question.LIMIT - 1) / Question.LIMIT));
		if (last.equals(first)) {
			return new Pass(last, begin, true, begin.total(), metBefore);
		}
		try {
			Answer end = pages.get(last);
			return new Pass(last, end, !end.users().isEmpty(), begin.total(), metBefore);
		}
		catch (DirectoryException ex) {
			if (ex instanceof Refusal refusal && OF_ALL.contains(refusal.status())) {
				throw ex;
			}
			return new Pass(last, begin, false, begin.total(), metBefore);
		}
	}

	/** Whether Authing shows the last page; some lists have an end before their end. */
	boolean isReachable() {
		return this.reachable;
	}

	/** How many users there are, -1 when that is not said. */
	synchronized long total() {
		return this.total;
	}

	/** Tells the last page from others. */
	String digest() {
		return Long.toHexString(this.end.digest());
	}

	/**
	 * An answer has come, in any order.
	 * @param before how many users there were known to be when it was asked for
	 */
	synchronized void came(Question question, Answer answer, long before) {
		if (question.department().isEmpty()) {
			this.shifted |= answer.total() < before;
			this.total = Math.max(this.total, answer.total());
			this.shifted |= question.equals(this.last) && !new HashSet<>(answer.ids()).containsAll(this.end.ids());
		}
	}

	/** A user has come; whether it is the first time in this pass. */
	boolean met(String id) {
		return this.met.add(id);
	}

	/** How many users there were, those before a restart included. */
	int users() {
		return this.metBefore + this.met.size();
	}

	/** Whether that was everybody. */
	synchronized boolean isWhole() {
		return !this.shifted && users() == this.total;
	}

	/** Whether nobody is missing but those who have come at the end. */
	synchronized boolean isShort() {
		return !this.shifted && users() < this.total;
	}

}
