package dev.rollcall.staging;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish for an account in a target.
 *
 * @param id its number
 * @param target the directory, as its identity names it
 * @param job the job by which it was made
 * @param userid whose account it would be, as it was written
 * @param stored what was decided, whatever the time
 * @param made who made it, and when
 * @param expiresAt until when something can be decided
 * @param groups that were approved with it
 * @param decided who approved or rejected it, null while nobody has
 * @param ended who took it back, or approved another in its place; null when nobody has
 * @param importedAt when a run has given the member the account, null when none has
 */
public record Application(long id, String target, String job, String userid, State stored, Word made, Instant expiresAt,
		Set<String> groups, @Nullable Word decided, @Nullable Word ended, @Nullable Instant importedAt) {

	/** How it stands. */
	public enum State {

		/** Waits for an administrator. */
		PENDING,

		/** Waited in vain; never stored. */
		EXPIRED,

		/** The member is to have an account. */
		APPROVED,

		/** The member has the account, too; never stored. */
		IMPORTED,

		/** The member is to have none by it. */
		REJECTED,

		/** Was taken back, approved or not. */
		WITHDRAWN,

		/** A later one of the same member was approved in its place. */
		SUPERSEDED

	}

	/**
	 * A person's word.
	 *
	 * @param by who gave it
	 * @param at when
	 * @param why why, empty when nobody said so
	 */
	public record Word(String by, Instant at, String why) {

	}

	/** How it stands at some time. */
	public State state(Instant now) {
		return switch (this.stored) {
			case PENDING -> now.isBefore(this.expiresAt) ? State.PENDING : State.EXPIRED;
			case APPROVED -> (this.importedAt != null) ? State.IMPORTED : State.APPROVED;
			case EXPIRED, IMPORTED, REJECTED, WITHDRAWN, SUPERSEDED -> this.stored;
		};
	}

}
