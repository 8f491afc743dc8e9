package dev.rollcall.report;

import java.time.Instant;

import dev.rollcall.staging.QueuedLeaver;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the queue of leavers, in one line.
 *
 * @param userid who
 * @param name what people call them
 * @param target the directory they are in
 * @param disabledSince since when they are disabled
 * @param deletedAfter when they are deleted if they do not come back; null for never
 * @param job the job that disabled them
 * @param run the run of it
 */
public record LeaverLine(String userid, @Nullable String name, String target, Instant disabledSince,
		@Nullable Instant deletedAfter, String job, long run) {

	static LeaverLine of(QueuedLeaver leaver) {
		return new LeaverLine(leaver.userid(), leaver.name(), leaver.target(), leaver.disabledAt(), leaver.dueAt(),
				leaver.job(), leaver.run());
	}

}
