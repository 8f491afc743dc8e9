package dev.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A whole process, from its start to its end.
 *
 * @param wall how long it took
 * @param cpu what all its threads took together, zero where that cannot be told
 * @param peak the most memory it held, in KiB, 0 where that cannot be told
 * @param exitCode what it said
 */
record MeasuredProcess(Duration wall, Duration cpu, long peak, int exitCode) {

	private static final long LOOK_EVERY = 10;

	/**
	 * Runs a command and waits for it.
	 * @param output where its words go, both streams
	 * @throws IllegalStateException when the exit code is not the expected one
	 */
	static MeasuredProcess of(List<String> command, Map<String, String> environment, Path output, int expected)
			throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().putAll(environment);
		builder.redirectErrorStream(true).redirectOutput(output.toFile());
		long start = System.nanoTime();
		Process process = builder.start();
		process.getOutputStream().close();
		Duration cpu = Duration.ZERO;
		long peak = 0;
		while (!process.waitFor(LOOK_EVERY, TimeUnit.MILLISECONDS)) {
			cpu = process.info().totalCpuDuration().orElse(cpu);
			peak = Math.max(peak, highWaterMark(process.pid()));
		}
		MeasuredProcess measured = new MeasuredProcess(Duration.ofNanos(System.nanoTime() - start), cpu, peak,
				process.exitValue());
		if (measured.exitCode() != expected) {
			throw new IllegalStateException(String.join(" ", command) + " ended with " + measured.exitCode()
					+ " instead of " + expected + ":\n" + Files.readString(output));
		}
		return measured;
	}

	/** How long it took. */
	double seconds() {
		return this.wall.toNanos() / 1e9;
	}

	/** The same, but for how long what matters of it took. */
	MeasuredProcess lasting(Duration duration) {
		return new MeasuredProcess(duration, this.cpu, this.peak, this.exitCode);
	}

	/** Linux keeps it for each process; others do not tell. */
	private static long highWaterMark(long pid) {
		try {
			return Files.readAllLines(Path.of("/proc/" + pid + "/status"))
				.stream()
				.filter((line) -> line.startsWith("VmHWM"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElse(0);
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
