package dev.rollcall.connector;

import java.time.Duration;

/**
 * What it takes to carry changes out.
 *
 * @param calls how many calls, 0 where that is no matter
 * @param atBest how long they take as fast as they are allowed to go
 * @param batch how many changes the target wants at once, 1 or more; no more than that
 * are handed to {@link Target#apply}
 */
public record Effort(long calls, Duration atBest, int batch) {

	public Effort {
		if (calls < 0 || batch < 1) {
			throw new IllegalArgumentException(calls + " calls, " + batch + " at once");
		}
	}

	/** Of a target that is as fast as one can write to it. */
	public static Effort none(int batch) {
		return new Effort(0, Duration.ZERO, batch);
	}

}
