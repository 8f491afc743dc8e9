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
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A job that is tried on a look-alike of WeCom, in a home of its own. */
final class WeComAttempt implements AutoCloseable {

	private static final String JOB = "wecom";

	private static final String SECRET = "TEST_WECOM_CONTACT_SECRET";

	/** So slow that a process can be met in the middle of something. */
	private static final int LATENCY = 10;

	private final Path home;

	private final WeComLookalike weCom;

	/**
	 * Writes a job.
	 * @param home a copy of one
	 * @param options what the look-alike is like; the secret depends on nothing else
	 * @param job what the job file says, with {@code WECOM} where WeCom's settings stand
	 */
	WeComAttempt(Path home, WeComOptions options, String job) {
		this.home = home;
		this.weCom = WeComLookalike.start(options.with(Disturbance.ofLatency(LATENCY)));
		System.setProperty(SECRET, this.weCom.secrets().contact());
		String settings = "connector: wecom, base-url: '%s', corp-id: %s, contact-secret: '${%s}'"
			.formatted(this.weCom.baseUrl(), this.weCom.secrets().corporation(), SECRET);
		try {
			Files.writeString(home.resolve("jobs/wecom.yaml"), job.replace("WECOM", settings) + """
					operations: [create, update]
					limits:
					  create: {percent: 100, cap: 100000}
					""");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Runs the job in a process and kills that once WeCom has been called so far. */
	void isKilledWhen(Predicate<CallLog> so) {
		try (Program program = start(KillPoint.NEVER, "run")) {
			program.await(() -> so.test(this.weCom.calls()));
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

	CallLog calls() {
		return this.weCom.calls();
	}

	/** What WeCom holds. */
	JsonNode state() {
		return this.weCom.state();
	}

	/** What the embedded directory holds. */
	List<List<String>> embedded() {
		try (Attempt attempt = Attempt.at(this.home)) {
			EndState end = attempt.endState();
			return EndState.OF_DIRECTORY.stream().map((table) -> end.part("own " + table)).toList();
		}
	}

	private Program start(KillPoint point, String command) {
		return Program.start(this.home, point, Map.of(SECRET, this.weCom.secrets().contact()), command, JOB);
	}

	@Override
	public void close() {
		this.weCom.close();
		System.clearProperty(SECRET);
		Folders.delete(this.home);
	}

}
