package dev.rollcall.restart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged program in a process of its own, as an operator starts it. */
final class Program implements AutoCloseable {

	/** Longer than anything takes, even on a busy machine. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Path JAR = Path.of("target/rollcall/rollcall.jar").toAbsolutePath();

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	/** What the shell sees of a process that was killed: 128 and the signal. */
	static final int KILLED = 137;

	private final Process process;

	private final Path folder;

	private Program(Process process, Path folder) {
		this.process = process;
		this.folder = folder;
	}

	/** Starts a command in a home. */
	static Program start(Path home, KillPoint point, String... arguments) {
		return start(home, point, Map.of(), arguments);
	}

	/** Likewise, in an environment. */
	static Program start(Path home, KillPoint point, Map<String, String> environment, String... arguments) {
		assertThat(JAR).as("what is tested is the packaged program").exists();
		try {
			Path folder = Files.createTempDirectory(home, "process-");
			List<String> command = new ArrayList<>(List.of(JAVA, "-XX:+UseSerialGC", "-Xmx512m",
					"-XX:TieredStopAtLevel=1", "-XX:SharedArchiveFile=" + Archive.FILE, "-Xlog:disable", "-cp",
					JAR + ":" + classes(), "-D" + Tripwire.AT + "=" + point, "-D" + Tripwire.FOLDER + "=" + folder,
					Killed.class.getName(), "--lang", "en"));
			command.addAll(List.of(arguments));
			ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile())
				.redirectError(folder.resolve("err").toFile());
			builder.environment().putAll(environment);
			builder.environment().put("ROLLCALL_HOME", home.toString());
			return new Program(builder.start(), folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until the process has ended, however it did. */
	int exitCode() {
		try {
			assertThat(this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(() -> "ends: " + this).isTrue();
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	long id() {
		return this.process.pid();
	}

	/** Waits until the process stands still where it was told to. */
	Program awaitHeld() {
		await(() -> Files.exists(this.folder.resolve(Tripwire.HELD)));
		return this;
	}

	/** Waits until something has come about while the process goes on. */
	void await(BooleanSupplier condition) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(this.process.isAlive() && System.nanoTime() < end).as(() -> "comes so far: " + this).isTrue();
			LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
		}
	}

	/** Lets a process go on that stands still. */
	void release() {
		write(this.folder.resolve(Tripwire.GO));
	}

	/** SIGKILL, as {@code kill -9} sends it. */
	void kill() {
		this.process.destroyForcibly();
		exitCode();
	}

	/** SIGTERM, as {@code kill} and systemd send it. */
	void terminate() {
		this.process.destroy();
	}

	String out() {
		return read("out");
	}

	String err() {
		return read("err");
	}

	/** All writes of the process until now: where, and which. */
	List<String> trace() {
		return Files.exists(this.folder.resolve(Tripwire.TRACE)) ? read(Tripwire.TRACE).lines().toList() : List.of();
	}

	@Override
	public void close() {
		if (this.process.isAlive()) {
			kill();
		}
	}

	@Override
	public String toString() {
		return this.folder + ": " + out() + err();
	}

	private String read(String file) {
		try {
			return Files.readString(this.folder.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Path file) {
		try {
			Files.createFile(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where the classes of the tests are; no class of the program stands there. */
	private static Path classes() {
		return Path.of(Killed.class.getProtectionDomain().getCodeSource().getLocation().getPath());
	}

	/**
	 * Classes as the virtual machine lays them out: with them it starts in half the time.
	 */
	private static final class Archive {

		static final Path FILE = take();

		private static Path take() {
			Path home = Homes.copyOf(Homes.SMALL.empty());
			Path file = home.resolve("classes.jsa");
			ProcessBuilder rehearsal = new ProcessBuilder(JAVA, "-XX:ArchiveClassesAtExit=" + file, "-XX:+UseSerialGC",
					"-Xlog:disable", "-jar", JAR.toString(), "run", "load")
				.redirectOutput(home.resolve("out").toFile())
				.redirectError(home.resolve("err").toFile());
			rehearsal.environment().put("ROLLCALL_HOME", home.toString());
			try {
				assertThat(new Program(rehearsal.start(), home).exitCode()).isZero();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return file;
		}

	}

}
