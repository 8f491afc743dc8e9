package dev.rollcall.connector;

import java.nio.file.Path;
import java.time.Clock;

/**
 * What a connector may know of where it runs.
 *
 * @param home the folder that relative paths in job files start from
 * @param clock what time it is
 */
public record Surroundings(Path home, Clock clock) {

}
