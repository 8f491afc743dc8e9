package dev.rollcall.restart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import dev.rollcall.job.RunObserver;
import dev.rollcall.sandbox.CallLog;
import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Lookalike;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A job that is tried on a look-alike, in a home of its own.
 *
 * @param <L> the look-alike
 */
final class RemoteAttempt<L extends Lookalike> implements AutoCloseable {

	private static final String JOB = "remote";

	/** So slow that a process can be met in the middle of something. */
	private static final int LATENCY = 10;

	private final Path home;

	private final L directory;

	private final Map<String, String> secrets;

	/**
	 * Writes a job.
	 * @param home a copy of one
	 * @param directory closed with this
	 * @param secrets what the job file refers to, by names that nobody else uses
	 * @param job what the job file says
	 */
	RemoteAttempt(Path home, L directory, Map<String, String> secrets, String job) {
		this.home = home;
		this.directory = directory;
		this.secrets = Map.copyOf(secrets);
		directory.faults().set(Disturbance.ofLatency(LATENCY));
		secrets.forEach(System::setProperty);
		try {
			Files.writeString(home.resolve("jobs/" + JOB + ".yaml"), job);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Runs the job in a process and kills that once the directory has been called so far.
	 */
	void isKilledWhen(Predicate<CallLog> so) {
		try (Program program = start(KillPoint.NEVER, "run")) {
			program.await(() -> so.test(this.directory.calls()));
			program.kill();
			assertThat(program.exitCode()).as(program.toString()).isEqualTo(Program.KILLED);
		}
	}

	/** Runs the job in a process that is killed at a point. */
	void isKilledAt(KillPoint point) {
		try (Program program = start(point, "run")) {
			assertThat(program.exitCode()).as(program.toString()).isEqualTo(Program.KILLED);
		}
	}

	/** Continues the run in another process. */
	void goesOn() {
		isDoneBy("restart");
	}

	/** Has another process do something; gives all that it wrote. */
	List<String> isDoneBy(String command) {
		try (Program program = start(KillPoint.NEVER, command)) {
			assertThat(program.exitCode()).as(program.toString()).isZero();
			return program.trace();
		}
	}

	/** Runs the job undisturbed; gives how many changes were planned. */
	long run() {
		try (Attempt attempt = Attempt.at(this.home)) {
			return attempt.with((workplace) -> {
				Run run = workplace.runs().begin(JOB, Map.of(), Run.Goal.APPLY, new RunObserver() {
				});
				assertThat(run.state()).isEqualTo(RunState.DONE);
				return workplace.views().latest(1).get(0).planned();
			});
		}
	}

	/** The look-alike. */
	L directory() {
		return this.directory;
	}

	/** What the embedded directory holds. */
	List<List<String>> embedded() {
		try (Attempt attempt = Attempt.at(this.home)) {
			EndState end = attempt.endState();
			return EndState.OF_DIRECTORY.stream().map((table) -> end.part("own " + table)).toList();
		}
	}

	private Program start(KillPoint point, String command) {
		return Program.start(this.home, point, this.secrets, command, JOB);
	}

	@Override
	public void close() {
		this.directory.close();
		this.secrets.keySet().forEach(System::clearProperty);
		Folders.delete(this.home);
	}

}
