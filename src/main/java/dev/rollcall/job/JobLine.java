package dev.rollcall.job;

import java.time.ZonedDateTime;

import dev.rollcall.staging.Run;
import org.jspecify.annotations.Nullable;

/**
 * A job in one line.
 *
 * @param job its name
 * @param description what it is for
 * @param faulty whether its file is wrong
 * @param last its last run
 * @param next when it is meant to run next
 */
public record JobLine(String job, String description, boolean faulty, @Nullable Run last,
		@Nullable ZonedDateTime next) {

}
