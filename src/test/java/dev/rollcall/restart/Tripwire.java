package dev.rollcall.restart;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;

/**
 * Counts the writes of a process, for each step apart, because steps may go on side by
 * side. Kills the process at one of them, or holds it there until it is told to go on.
 */
final class Tripwire implements Consumer<String> {

	/** Where what is to happen, as {@link KillPoint} writes it. */
	static final String AT = "rollcall.tripwire";

	/** A folder for what the process and the test tell each other. */
	static final String FOLDER = "rollcall.tripwire.folder";

	/** All writes, one to a line: where, and which. */
	static final String TRACE = "trace";

	/** Made by the process when it waits. */
	static final String HELD = "held";

	/** Made by the test when the process may go on. */
	static final String GO = "go";

	private static final Duration POLL = Duration.ofMillis(5);

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

	private final KillPoint point;

	private final Path folder;

	private final PrintWriter trace;

	private final Process gun;

	private Tripwire(KillPoint point, Path folder) throws IOException {
		this.point = point;
		this.folder = folder;
		this.trace = new PrintWriter(Files.newBufferedWriter(folder.resolve(TRACE), StandardCharsets.UTF_8), true);
		this.gun = (point.action() != KillPoint.Action.NONE) ? gun() : null;
	}

	static Tripwire ofProperties() {
		try {
			return new Tripwire(KillPoint.parse(System.getProperty(AT)), Path.of(System.getProperty(FOLDER)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void accept(String write) {
		String place = place();
		int number = this.counts.computeIfAbsent(place, (any) -> new AtomicInteger()).incrementAndGet();
		this.trace.println(place + "#" + number + " " + write.strip().lines().findFirst().orElse(""));
		if (this.point.is(place, number)) {
			switch (this.point.action()) {
				case KILL -> kill(this.point.micros());
				case HOLD -> hold();
				case NONE -> throw new IllegalStateException("nothing to do at " + this.point);
			}
		}
	}

	/** The step that this thread works at; else what comes before, between and behind. */
	private static String place() {
		StepContext step = StepSynchronizationManager.getContext();
		if (step != null) {
			return step.getStepName();
		}
		boolean migrating = StackWalker.getInstance()
			.walk((frames) -> frames.anyMatch((frame) -> frame.getClassName().startsWith("org.flywaydb.")));
		return migrating ? KillPoint.MIGRATION : KillPoint.BETWEEN;
	}

	/** At once, or a little later, while the write goes on. */
	private void kill(int micros) {
		if (micros == 0) {
			shoot();
			LockSupport.park();
		}
		long end = System.nanoTime() + micros * 1000L;
		Thread killer = new Thread(() -> {
			while (System.nanoTime() < end) {
				Thread.onSpinWait();
			}
			shoot();
		}, "killer");
		killer.setDaemon(true);
		killer.start();
	}

	/** The very signal that {@code kill -9} sends; nothing in the process can see it. */
	private void shoot() {
		try {
			this.gun.getOutputStream().write('\n');
			this.gun.getOutputStream().flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A shell that is ready to kill this process, because starting one takes a while. */
	private static Process gun() throws IOException {
		return new ProcessBuilder("sh", "-c", "read now && kill -9 " + ProcessHandle.current().pid()).start();
	}

	private void hold() {
		try {
			Files.createFile(this.folder.resolve(HELD));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!Files.exists(this.folder.resolve(GO))) {
			if (System.nanoTime() > end) {
				// Whoever holds it has died.
				shoot();
			}
			LockSupport.parkNanos(POLL.toNanos());
		}
	}

}
