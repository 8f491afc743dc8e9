package dev.rollcall.connector.remote;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * How many calls have been made within a span of time, and whether there may be one more.
 * Not safe for use by several threads.
 *
 * <p>
 * A call is counted from when it is sent until a span after its answer has come. The
 * vendor counts it at some moment between the two, so that however long calls are under
 * way, no span by the vendor's clock ever holds more than the limit. A token bucket
 * cannot promise that: it lets twice the limit through after a rest.
 *
 * <p>
 * So the time that calls are under way is lost: nothing of a minute, but a good part of a
 * second. What every call takes shifts them all alike, and need not be lost: a window
 * {@link #ofShifted so made} counts only what a call has taken longer than the swiftest
 * of late.
 */
final class Window {

	/** That there is no saying how long; a call has to end first. */
	static final long NEVER = Long.MAX_VALUE;

	/** Clocks differ; the vendor's may be faster by this part of the span. */
	private static final int DRIFT = 1000;

	private final int limit;

	private final long span;

	private final @Nullable Swiftest swiftest;

	private long[] ends = new long[16];

	private int first;

	private int ended;

	private int underWay;

	Window(int limit, long span) {
		this(limit, span, null);
	}

	private Window(int limit, long span, @Nullable Swiftest swiftest) {
		this.limit = limit;
		this.span = span + span / DRIFT;
		this.swiftest = swiftest;
	}

	/**
	 * A window that keeps the limit as well as long as the swiftest call stays as swift.
	 * When calls become swifter all at once, those that begin before the first such
	 * answer is there are too many: never more than go on side by side.
	 */
	static Window ofShifted(int limit, long span) {
		return new Window(limit, span, new Swiftest(limit));
	}

	/** How many nanoseconds are left until one more may begin, 0 when it may now. */
	long remaining(long now) {
		long counted = this.span - ((this.swiftest != null) ? this.swiftest.nanos() : 0);
		while (this.ended > 0 && this.ends[this.first] + counted <= now) {
			this.first = (this.first + 1) % this.ends.length;
			this.ended--;
		}
		if (this.ended + this.underWay < this.limit) {
			return 0;
		}
		return (this.ended > 0) ? this.ends[this.first] + counted - now : NEVER;
	}

	void begin() {
		this.underWay++;
	}

	/** One has ended that had begun at a time; ends are told in their order. */
	void end(long begun, long now) {
		if (this.swiftest != null) {
			this.swiftest.took(now - begun);
		}
		if (this.ended == this.ends.length) {
			grow();
		}
		this.ends[(this.first + this.ended) % this.ends.length] = now;
		this.ended++;
		this.underWay--;
	}

	private void grow() {
		int old = this.ends.length;
		long[] more = Arrays.copyOf(this.ends, Math.max(Math.min(old * 2, this.limit), old + 1));
		for (int i = 0; i < old; i++) {
			more[i] = this.ends[(this.first + i) % old];
		}
		this.ends = more;
		this.first = 0;
	}

}
