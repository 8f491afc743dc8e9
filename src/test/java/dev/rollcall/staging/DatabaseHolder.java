package dev.rollcall.staging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Another process that has the database and lets nobody look, until it is told to end.
 */
final class DatabaseHolder implements AutoCloseable {

	private final Process process;

	private DatabaseHolder(Process process) {
		this.process = process;
	}

	/** Starts it and waits until it has the database. */
	static DatabaseHolder start(Path folder) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), DatabaseHolder.class.getName(),
				folder.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		if (process.getInputStream().read() != '!') {
			throw new IllegalStateException("the other process did not start");
		}
		return new DatabaseHolder(process);
	}

	long pid() {
		return this.process.pid();
	}

	@Override
	public void close() throws IOException {
		this.process.getOutputStream().close();
		this.process.onExit().join();
	}

	/** In the other process. */
	public static void main(String[] arguments) throws IOException {
		try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(arguments[0]), "run upsert",
				Clock.systemUTC())) {
			database.requireOwner();
			System.out.print('!');
			System.out.flush();
			while (System.in.read() >= 0) {
				Thread.onSpinWait();
			}
		}
	}

}
