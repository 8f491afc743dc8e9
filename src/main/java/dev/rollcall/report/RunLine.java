package dev.rollcall.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A run in one line.
 *
 * @param run its number
 * @param job its job
 * @param state how it stands
 * @param startedAt when it began
 * @param planned how many changes its plan has
 * @param done how many are done
 * @param failed how many failed
 * @param withheld how many were withheld
 * @param owner who carries it out, or did
 * @param undoes the run that it takes back, null for any other
 */
public record RunLine(long run, String job, String state, Instant startedAt, long planned, long done, long failed,
		long withheld, @Nullable String owner, @Nullable Long undoes) {

}
