package dev.rollcall.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Gives commands to Rollcall in a home of its own, with the jobs and samples it has. */
final class Commands {

	static final String NEXT_MONTH = "source.file=samples/wecom-contacts-next-month.xlsx";

	private static final long PATIENCE_SECONDS = 120;

	private static Path loaded;

	private final Path home;

	private Clock clock = Clock.systemUTC();

	/**
	 * A command that goes on.
	 *
	 * @param process its process
	 * @param said where what it says is kept
	 */
	record Begun(Process process, Path said) {

		/** Waits until it has told a part of its progress. */
		void awaitProgress(String part) throws IOException {
			Instant deadline = Instant.now().plusSeconds(PATIENCE_SECONDS);
			while (!Files.readString(this.said.resolve("err")).contains(part)) {
				assertThat(Instant.now()).isBefore(deadline);
				LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
			}
		}

		/** Waits for its end. */
		Said end() {
			try {
				assertThat(this.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("ends in time").isTrue();
				return new Said(this.process.exitValue(), Files.readString(this.said.resolve("out")),
						Files.readString(this.said.resolve("err")));
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			finally {
				this.process.destroyForcibly();
			}
		}

	}

	private Commands(Path home) {
		this.home = home;
	}

	/** A home where nothing has run yet. */
	static Commands in(Path home) {
		copy(Path.of("jobs"), home.resolve("jobs"));
		copy(Path.of("samples"), home.resolve("samples"));
		return new Commands(home);
	}

	/** A home as it is. */
	static Commands at(Path home) {
		return new Commands(home);
	}

	/** A home where {@code run wecom-excel-upsert} has been given once: run 1. */
	static Commands afterTheFirstRun(Path home) {
		Commands commands = in(home);
		copy(loaded().resolve("var"), home.resolve("var"));
		return commands;
	}

	Path home() {
		return this.home;
	}

	/** Lets time pass before the commands that are given within this process. */
	void letPass(Duration time) {
		this.clock = Clock.offset(this.clock, time);
	}

	/** Writes a job file. */
	void job(String name, String yaml) {
		try {
			Files.writeString(this.home.resolve("jobs").resolve(name + ".yaml"), yaml);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Gives a command within this process. */
	Said give(String... arguments) {
		return give(Map.of("ROLLCALL_LANG", "en"), arguments);
	}

	/** Gives a command within this process, in an environment. */
	Said give(Map<String, String> environment, String... arguments) {
		Map<String, String> all = new HashMap<>(environment);
		all.put("ROLLCALL_HOME", this.home.toString());
		StringWriter out = new StringWriter();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Console console = new Console(new PrintWriter(out), new PrintStream(err, true, StandardCharsets.UTF_8), false);
		int code = new Rollcall(console, all, this.clock).run(arguments);
		return new Said(code, out.toString(), err.toString(StandardCharsets.UTF_8));
	}

	/** Gives a command by the script, as an operator does. */
	Said start(String... arguments) {
		return begin(arguments).end();
	}

	/** Begins a command by the script and does not wait for its end. */
	Begun begin(String... arguments) {
		return begin(Map.of(), arguments);
	}

	/** The same, in an environment. */
	Begun begin(Map<String, String> environment, String... arguments) {
		List<String> command = new ArrayList<>(List.of("scripts/rollcall"));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().put("ROLLCALL_HOME", this.home.toString());
		builder.environment().put("ROLLCALL_LANG", "en");
		builder.environment().putAll(environment);
		try {
			Path said = Files.createTempDirectory(this.home, "said");
			builder.redirectOutput(said.resolve("out").toFile()).redirectError(said.resolve("err").toFile());
			return new Begun(builder.start(), said);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static synchronized Path loaded() {
		if (loaded == null) {
			try {
				Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
				in(home).give("run", "wecom-excel-upsert").ending(0);
				loaded = home;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return loaded;
	}

	private static void copy(Path from, Path to) {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Path copy = to.resolve(from.relativize(file).toString());
				if (Files.isDirectory(file)) {
					Files.createDirectories(copy);
				}
				else {
					Files.copy(file, copy);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
