package dev.rollcall.connector.remote;

import java.time.Clock;

/**
 * The time, twice.
 *
 * @param clock tells it to operators, such as when to go on
 * @param pace what is waited by
 */
public record Clocks(Clock clock, Pace pace) {

	/** By the computer's own pace. */
	public static Clocks of(Clock clock) {
		return new Clocks(clock, Pace.REAL);
	}

}
