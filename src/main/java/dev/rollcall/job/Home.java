package dev.rollcall.job;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where Rollcall lives: the folder that relative paths start from.
 *
 * @param folder that folder
 */
public record Home(Path folder) {

	/** The folder that {@code ROLLCALL_HOME} names, else the current one. */
	public static Home of(Map<String, String> environment) {
		return new Home(Path.of(environment.getOrDefault("ROLLCALL_HOME", "")).toAbsolutePath().normalize());
	}

	public Path jobs() {
		return this.folder.resolve("jobs");
	}

	/** Everything that Rollcall writes. */
	Path state() {
		return this.folder.resolve("var");
	}

	Path reports() {
		return state().resolve("reports");
	}

	Path worksheets() {
		return state().resolve("worksheets");
	}

}
