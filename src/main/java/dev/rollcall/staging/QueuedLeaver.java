package dev.rollcall.staging;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in the queue of leavers.
 *
 * @param target the directory they are in, as its identity names it
 * @param ref how that addresses them
 * @param userid their userid, or else what operators know them by
 * @param name what people call them, null when nobody knows
 * @param job the job that disabled them
 * @param run the run of it
 * @param disabledAt when that was
 * @param dueAt when they are deleted if the source still does not have them; null for
 * never
 */
public record QueuedLeaver(String target, String ref, String userid, @Nullable String name, String job, long run,
		Instant disabledAt, @Nullable Instant dueAt) {

}
