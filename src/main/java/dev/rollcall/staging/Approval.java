package dev.rollcall.staging;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A person's word on one run.
 *
 * @param run the run
 * @param digest of the plan that was looked at
 * @param kind what the word is about
 * @param person who gave it
 * @param reason why
 * @param approvedAt when
 * @param expiresAt until when it can be made use of, null for ever
 * @param usedAt when the plan began to be carried out by it, null if it did not
 */
public record Approval(long run, String digest, Kind kind, String person, String reason, Instant approvedAt,
		@Nullable Instant expiresAt, @Nullable Instant usedAt) {

	/** So much of a digest is enough to tell plans apart. */
	public static final int SHORT = 8;

	/** What a person can approve. */
	public enum Kind {

		/** A plan may pass limits, once. */
		LIMITS,

		/** A source that holds much less than before is whole all the same. */
		SHRUNK

	}

	/**
	 * Whether it can be made use of. What was begun by it may be finished by it.
	 */
	public boolean isGood(Instant now) {
		return this.usedAt != null || this.expiresAt == null || now.isBefore(this.expiresAt);
	}

}
