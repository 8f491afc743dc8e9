package dev.rollcall.connector.remote;

/**
 * What every call takes, by the swiftest of late. Not safe for use by several threads.
 */
final class Swiftest {

	/** For how many spans a call is remembered at least. */
	private static final int SPANS = 4;

	/** There may be a swifter one than has been seen: a tenth is left. */
	private static final int LEFT = 10;

	private final int bunch;

	private long now = Long.MAX_VALUE;

	private long before;

	private int calls;

	/** Nothing is known at first: as if a call might take no time at all. */
	Swiftest(int limit) {
		this.bunch = (int) Math.min((long) SPANS * limit, Integer.MAX_VALUE);
	}

	void took(long nanos) {
		this.now = Math.min(this.now, nanos);
		this.calls++;
		if (this.calls == this.bunch) {
			this.before = this.now;
			this.now = Long.MAX_VALUE;
			this.calls = 0;
		}
	}

	/** So many nanoseconds may be taken for granted. */
	long nanos() {
		long swiftest = Math.min(this.before, this.now);
		return swiftest - swiftest / LEFT;
	}

}
