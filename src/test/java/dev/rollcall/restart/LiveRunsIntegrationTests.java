package dev.rollcall.restart;

import java.nio.file.Files;
import java.util.List;

import dev.rollcall.job.JobLine;
import dev.rollcall.report.RunLine;
import dev.rollcall.staging.DatabaseInUseException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What other processes can and cannot do while one carries out a run. That one stands
 * still in the middle of a write all the while.
 */
class LiveRunsIntegrationTests {

	@Test
	void noOtherRunBeginsOrGoesOnMeanwhileButOthersCanLook() {
		Scene scene = Scene.of(Homes.SMALL.loaded(), "run", "upsert");
		SideBySide all = new SideBySide();
		for (String step : List.of("stageSource", "plan", "apply")) {
			all.add(() -> isAlone(scene, step));
		}
		all.run("live");
	}

	private static void isAlone(Scene scene, String step) {
		try (Attempt attempt = scene.attempt();
				Program live = attempt.start(KillPoint.hold(step, 5), "run", "upsert").awaitHeld()) {
			refuses(attempt, live, "run", "upsert");
			refuses(attempt, live, "run", "delete");
			refuses(attempt, live, "apply", "2");
			refuses(attempt, live, "restart", "upsert");
			refuses(attempt, live, "abandon", "2");
			canBeSeen(attempt);
			live.release();
			assertThat(live.exitCode()).as(live.toString()).isEqualTo(scene.exitCode());
			scene.goOn(attempt, step + ": the looks of others change nothing");
		}
	}

	@Test
	void refusesAsOperatorsSeeIt() {
		try (Attempt attempt = Attempt.in(Homes.SMALL.loaded());
				Program live = attempt.start(KillPoint.hold("apply", 2), "run", "upsert").awaitHeld()) {
			Program second = attempt.give("run", "delete");
			assertThat(second.exitCode()).as(second.toString()).isEqualTo(1);
			assertThat(second.err()).startsWith("Refused: process " + live.id() + " works here since 20")
				.contains("rollcall --lang en run upsert", "stop");
			assertThat(attempt.give("show", "2", "--changes").out()).contains("running", "u100");
			live.release();
			live.exitCode();
			attempt.wentWell();
		}
	}

	@Test
	void whoeverLooksWhileTheDatabaseIsMadeOrClosedWaitsForThat() {
		for (KillPoint point : List.of(KillPoint.hold(KillPoint.MIGRATION, 20), shutdown())) {
			try (Attempt attempt = Attempt.in(Homes.SMALL.empty());
					Program live = attempt.start(point, "run", "load").awaitHeld();
					Program looks = attempt.start(KillPoint.NEVER, "runs")) {
				looks.await(() -> Files.exists(looks.traceFile()));
				live.release();
				assertThat(looks.exitCode()).as(looks.toString()).isZero();
				assertThat(live.exitCode()).as(live.toString()).isZero();
				attempt.wentWell();
			}
		}
	}

	/** The last thing that a process writes. */
	private static KillPoint shutdown() {
		List<String> trace = Scene.of(Homes.SMALL.empty(), "run", "load").trace();
		String last = trace.get(trace.size() - 1);
		assertThat(last).endsWith("SHUTDOWN");
		return KillPoint.hold(KillPoint.BETWEEN,
				Integer.parseInt(last.substring(last.indexOf('#') + 1, last.indexOf(' '))));
	}

	private static void refuses(Attempt attempt, Program live, String... command) {
		assertThatExceptionOfType(DatabaseInUseException.class).as(String.join(" ", command))
			.isThrownBy(() -> attempt.begin(command))
			.satisfies((refused) -> assertThat(refused.text().arguments().toString())
				.contains("rollcall --lang en run upsert", Long.toString(live.id())));
	}

	private static void canBeSeen(Attempt attempt) {
		List<RunLine> runs = attempt.runs();
		assertThat(runs).extracting(RunLine::state).containsExactly("running", "done");
		List<JobLine> jobs = attempt.with((workplace) -> workplace.runs().jobs());
		assertThat(jobs).extracting(JobLine::job).containsExactly("delete", "held", "load", "upsert");
	}

}
