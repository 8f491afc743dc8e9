package dev.rollcall.connector;

import java.nio.file.Path;
import java.time.Clock;

import org.jspecify.annotations.Nullable;

/**
 * What a connector may know of where it runs.
 *
 * @param home the folder that relative paths in job files start from
 * @param clock what time it is
 * @param notices who is told what happens meanwhile
 * @param companion another source of the same entries, which the job names beside it;
 * null when there is none. Whoever is given one closes it
 */
public record Surroundings(Path home, Clock clock, Notices notices, @Nullable Source companion) {

	public Surroundings(Path home, Clock clock) {
		this(home, clock, Notices.NONE, null);
	}

	/** The same, where somebody listens. */
	public Surroundings telling(Notices others) {
		return new Surroundings(this.home, this.clock, others, this.companion);
	}

	/** The same, with another source beside. */
	public Surroundings with(@Nullable Source beside) {
		return new Surroundings(this.home, this.clock, this.notices, beside);
	}

}
