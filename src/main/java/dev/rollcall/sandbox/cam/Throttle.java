package dev.rollcall.sandbox.cam;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

import dev.rollcall.sandbox.cam.wire.Action;
import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Refused;

/**
 * A bucket of tokens for each action, of which every call takes one: it holds those of a
 * second, and fills as time passes. Safe for use by many threads.
 */
final class Throttle {

	private final int second;

	private final Clock clock;

	private final Map<Action, Bucket> buckets = new EnumMap<>(Action.class);

	Throttle(int second, Clock clock) {
		this.second = second;
		this.clock = clock;
	}

	/**
	 * What is left.
	 *
	 * @param tokens how many
	 * @param at when that was so, in milliseconds
	 */
	private record Bucket(double tokens, long at) {
	}

	/**
	 * Counts one more call.
	 * @throws Refused when it is one too many
	 */
	synchronized void count(Action action) {
		if (this.second == 0) {
			return;
		}
		long now = this.clock.millis();
		Bucket before = this.buckets.getOrDefault(action, new Bucket(this.second, now));
		double tokens = Math.min(this.second, before.tokens() + (now - before.at()) * this.second / 1000.0);
		this.buckets.put(action, new Bucket((tokens < 1) ? tokens : tokens - 1, now));
		if (tokens < 1) {
			throw Refused.because(Code.TOO_OFTEN);
		}
	}

}
