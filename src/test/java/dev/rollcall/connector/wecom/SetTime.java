package dev.rollcall.connector.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** A time that stands still until a test moves it. */
public final class SetTime {

	private Instant now = Instant.parse("2026-11-21T08:00:00Z");

	public Clock clock() {
		InstantSource source = () -> this.now;
		return source.withZone(ZoneOffset.UTC);
	}

	public void pass(Duration time) {
		this.now = this.now.plus(time);
	}

}
