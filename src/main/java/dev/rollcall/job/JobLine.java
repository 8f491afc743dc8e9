package dev.rollcall.job;

import java.time.ZonedDateTime;

import dev.rollcall.staging.RunState;
import org.jspecify.annotations.Nullable;

/**
 * A job in one line.
 *
 * @param job its name
 * @param description what it is for
 * @param faulty whether its file is wrong
 * @param lastRun the number of its last run
 * @param lastState how that run stands
 * @param next when it is meant to run next
 */
public record JobLine(String job, String description, boolean faulty, @Nullable Long lastRun,
		@Nullable RunState lastState, @Nullable ZonedDateTime next) {

}
