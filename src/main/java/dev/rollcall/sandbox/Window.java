package dev.rollcall.sandbox;

import java.util.Arrays;

/**
 * How many calls there were in any stretch of time of one length. Not safe for use by
 * many threads.
 */
public final class Window {

	private final int most;

	private final long length;

	private long[] times = new long[16];

	private long count;

	private long shutUntil = Long.MIN_VALUE;

	/**
	 * A window without calls in it.
	 * @param most how many calls it lets pass
	 * @param length how long it is, in milliseconds
	 */
	public Window(int most, long length) {
		this.most = most;
		this.length = length;
	}

	/**
	 * Whether one more call may be made now. One that may not is not counted, but shuts
	 * the window for its whole length.
	 */
	public boolean pass(long now) {
		if (now < this.shutUntil) {
			return false;
		}
		if (this.count >= this.most && now - this.times[at(this.count - this.most)] < this.length) {
			this.shutUntil = now + this.length;
			return false;
		}
		if (this.times.length < this.most && this.count >= this.times.length) {
			this.times = Arrays.copyOf(this.times, Math.min(this.most, 2 * this.times.length));
		}
		this.times[at(this.count++)] = now;
		return true;
	}

	/**
	 * Where the n-th call stands: the oldest gives way once there are as many as may be.
	 */
	private int at(long number) {
		return (int) (number % this.most);
	}

}
