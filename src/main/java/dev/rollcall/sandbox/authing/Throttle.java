package dev.rollcall.sandbox.authing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.sandbox.Window;
import dev.rollcall.sandbox.authing.wire.Refused;

/**
 * Counts calls of all kinds together. Whoever calls too often is shut out for a second or
 * a minute.
 */
final class Throttle {

	private final Clock clock;

	private final int atOnce;

	private final List<Window> windows = new ArrayList<>();

	Throttle(Rates rates, Clock clock) {
		this.clock = clock;
		this.atOnce = rates.atOnce();
		add(rates.second(), 1000);
		add(rates.minute(), 60_000);
	}

	/**
	 * Counts one more call.
	 * @throws Refused when it is one too many
	 */
	synchronized void count(int going) {
		long now = this.clock.millis();
		boolean passed = this.atOnce == 0 || going <= this.atOnce;
		for (Window window : this.windows) {
			passed = passed && window.pass(now);
		}
		if (!passed) {
			throw Refused.tooOften();
		}
	}

	private void add(int most, long length) {
		if (most > 0) {
			this.windows.add(new Window(most, length));
		}
	}

}
