package dev.rollcall.staging;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a job; a restart continues the same run.
 *
 * @param id counted from 1
 * @param job the job's name
 * @param goal how far it is to go
 * @param state how it stands
 * @param definition the job file as it was when the run began
 * @param overrides the keys overridden for this run
 * @param sourceDirectory which directory was read, null until it was opened
 * @param sourceContent a digest of its content, null where there is none
 * @param targetDirectory which directory is written to, null until it was opened
 * @param owner the process that carries it out, or did
 * @param startedAt when it began
 * @param endedAt when it ended or was last interrupted, null while it goes on
 * @param restarts how often it was continued
 * @param problem why it failed, null if it did not
 * @param undoes the run whose changes it takes back, null for any other
 * @param retries how often its failed changes were tried again
 */
public record Run(long id, String job, Goal goal, RunState state, String definition, String overrides,
		@Nullable String sourceDirectory, @Nullable String sourceContent, @Nullable String targetDirectory,
		@Nullable String owner, Instant startedAt, @Nullable Instant endedAt, int restarts, @Nullable Message problem,
		@Nullable Long undoes, int retries) {

	/** What a shell would not take as it stands. */
	private static final Pattern SPECIAL = Pattern.compile("[\\s'\"\\\\$&|;<>()*?#!`~\\[\\]{}]");

	/** How far a run is to go. */
	public enum Goal {

		/** Make a plan and save it. */
		PLAN,

		/** Make a plan and carry it out. */
		APPLY,

		/** Carry out a plan that was saved before, if the target is still the same. */
		APPLY_SAVED

	}

	/**
	 * What is typed behind a command to have the same again: the job, and the keys that
	 * were set for this run.
	 */
	public String arguments() {
		return arguments("");
	}

	/**
	 * The same with some keys set otherwise.
	 * @param changed lines, each of a key, an equals sign and a value
	 */
	public String arguments(String changed) {
		Map<String, String> settings = new TreeMap<>();
		Stream.concat(this.overrides.lines(), changed.lines())
			.forEach((line) -> settings.put(line.substring(0, line.indexOf('=')), line));
		StringBuilder typed = new StringBuilder(this.job);
		settings.values()
			.forEach((line) -> typed.append(" --set ")
				.append(SPECIAL.matcher(line).find() ? "'" + line.replace("'", "'\\''") + "'" : line));
		return typed.toString();
	}

}
