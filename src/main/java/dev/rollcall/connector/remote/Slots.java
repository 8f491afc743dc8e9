package dev.rollcall.connector.remote;

import java.time.Duration;

/**
 * How many calls go on side by side, and whether there may be one more: fewer for a while
 * when the vendor says that there are too many. Not safe for use by several threads.
 */
final class Slots {

	/** As long as it takes the vendor to forget is not known; it is tried out, slowly. */
	private static final long WHILE = Duration.ofSeconds(30).toNanos();

	private final int most;

	private int now;

	private int taken;

	private long changed = -1;

	Slots(int most) {
		this.most = most;
		this.now = most;
	}

	boolean free(long time) {
		if (this.now < this.most && time - this.changed >= WHILE) {
			this.now = Math.min(this.most, this.now * 2);
			this.changed = time;
		}
		return this.taken < this.now;
	}

	void take() {
		this.taken++;
	}

	/** A call has ended that had begun at a time. */
	void giveBack(long begun, long time, Verdict verdict) {
		this.taken--;
		if (verdict == Verdict.TOO_MANY_AT_ONCE && begun > this.changed) {
			this.now = Math.max(1, this.now / 2);
			this.changed = time;
		}
	}

}
