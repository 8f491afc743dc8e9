package dev.rollcall.connector.remote;

import java.time.Duration;
import java.util.List;

/**
 * What may still be called of one kind: by the rate that the job sets, and by what the
 * vendor itself says. Not safe for use by several threads.
 */
final class Budget {

	/** Vendors count by the minute and by the hour, and block for as long. */
	private static final int LONGER = 60;

	/** From here on what is lost of a span is too little to matter. */
	private static final Duration LONG = Duration.ofMinutes(1);

	private final List<Window> windows;

	private final long block;

	private long blockedUntil;

	/** How long the last block was. */
	private long length;

	/** Nothing has been accepted since the last block. */
	private boolean onProbation;

	/** One call is finding out whether the block is over; the others wait for it. */
	private boolean probing;

	/** A long wait has been spoken of. */
	private boolean announced;

	Budget(Rate rate, Duration block) {
		this.windows = rate.spans().entrySet().stream().map((span) -> window(span.getValue(), span.getKey())).toList();
		this.block = block.toNanos();
	}

	private static Window window(int limit, Duration span) {
		return (span.compareTo(LONG) < 0) ? Window.ofShifted(limit, span.toNanos()) : new Window(limit, span.toNanos());
	}

	/** How many nanoseconds are left of the vendor's own block. */
	long blocked(long now) {
		return Math.max(0, this.blockedUntil - now);
	}

	/** How many nanoseconds are left until one more may begin, 0 when it may now. */
	long remaining(long now) {
		long blocked = blocked(now);
		if (blocked > 0) {
			return blocked;
		}
		return this.probing ? Window.NEVER
				: this.windows.stream().mapToLong((window) -> window.remaining(now)).max().orElse(0);
	}

	/** Whether a wait is worth to be spoken of, and has not been yet. */
	boolean announces(long wait) {
		boolean first = !this.announced && wait != Window.NEVER && wait > Duration.ofMinutes(2).toNanos();
		this.announced |= first;
		return first;
	}

	void begin() {
		this.announced = false;
		this.probing = this.onProbation;
		this.windows.forEach(Window::begin);
	}

	/**
	 * A call has ended.
	 * @param begun when it had begun
	 * @return how many nanoseconds this kind is blocked for from now on, 0 when that is
	 * not new
	 */
	long end(long begun, long now, Verdict verdict) {
		this.windows.forEach((window) -> window.end(begun, now));
		if (begun < this.blockedUntil) {
			// Sent before the block was known: the vendor may count from the last
			// that it refuses.
			if (verdict == Verdict.TOO_OFTEN) {
				this.blockedUntil = now + this.length;
				// Should a call be finding out already, it has begun too early to tell.
				this.probing = false;
			}
			return 0;
		}
		this.probing = false;
		if (verdict == Verdict.TOO_OFTEN) {
			return block(now);
		}
		this.onProbation &= verdict == Verdict.UNKNOWN;
		return 0;
	}

	private long block(long now) {
		this.length = this.onProbation ? this.block * LONGER : this.block;
		this.onProbation = true;
		this.blockedUntil = now + this.length;
		return this.length;
	}

}
