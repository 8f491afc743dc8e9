package dev.rollcall.staging;

import java.time.Instant;

/**
 * The process that has the database.
 *
 * @param process its id
 * @param command what it was called to do
 * @param since when it took the database
 * @param port where it lets others look into the database, 0 when it does not
 */
public record Owner(long process, String command, Instant since, int port) {

	/**
	 * Whether it lets others look. What a dead one has told stays until the next one
	 * tells something else.
	 */
	boolean isOpen() {
		return this.port > 0 && ProcessHandle.of(this.process).map(ProcessHandle::isAlive).orElse(false);
	}

}
