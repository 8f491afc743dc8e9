package dev.rollcall.definition;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.support.CronExpression;

/**
 * When a job is meant to run.
 *
 * @param cron six fields, seconds first, as Spring reads them
 * @param zone whose clock counts
 */
public record Schedule(CronExpression cron, ZoneId zone) {

	/** The next time after now, null when there is none. */
	public @Nullable ZonedDateTime next(Instant now) {
		return this.cron.next(now.atZone(this.zone));
	}

}
