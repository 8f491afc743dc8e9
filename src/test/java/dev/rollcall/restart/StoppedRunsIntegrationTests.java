package dev.rollcall.restart;

import java.util.List;

import dev.rollcall.staging.RunState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Processes that are asked to end, as a service manager does before it kills them. */
class StoppedRunsIntegrationTests {

	private final Scene scene = Scene.of(Homes.SMALL.loaded(), "run", "upsert");

	@Test
	void stopAtTheNextChunkAndSayHowToGoOn() {
		SideBySide all = new SideBySide();
		for (KillPoint point : List.of(this.scene.holdAt("UPDATE run SET source"), KillPoint.hold("stageSource", 4),
				KillPoint.hold("stageTarget", 4), KillPoint.hold("plan", 4), KillPoint.hold("apply", 20))) {
			all.add(() -> stopsAt(point));
		}
		all.run("stopped");
	}

	private void stopsAt(KillPoint point) {
		try (Attempt attempt = this.scene.attempt();
				Program program = attempt.start(point, "run", "upsert").awaitHeld()) {
			program.terminate();
			program.await(() -> program.err().contains("Asked to end"));
			program.release();
			assertThat(program.exitCode()).as(point + " " + program).isEqualTo(1);
			assertThat(program.out()).as(point + " " + program).contains("stopped", "\"restart 2\"");
			assertThat(attempt.run(2).state()).as(point.toString()).isEqualTo(RunState.STOPPED);
			this.scene.goOn(attempt, point.toString());
		}
	}

	@Test
	void endAsUsualWhenTheyAreAskedTooLate() {
		try (Attempt attempt = this.scene.attempt();
				Program program = attempt.start(KillPoint.hold("report", 2), "run", "upsert").awaitHeld()) {
			program.terminate();
			program.await(() -> program.err().contains("Asked to end"));
			program.release();
			assertThat(program.exitCode()).as(program.toString()).isEqualTo(this.scene.exitCode());
			this.scene.goOn(attempt, "asked too late");
		}
	}

	@Test
	void stopWhenAnotherProcessAsksForThat() {
		SideBySide all = new SideBySide();
		for (String step : List.of("stageSource", "stageTarget", "plan", "apply")) {
			all.add(() -> isStoppedByAnother(step));
		}
		all.run("stopped");
	}

	private void isStoppedByAnother(String step) {
		try (Attempt attempt = this.scene.attempt();
				Program program = attempt.start(KillPoint.hold(step, 4), "run", "upsert").awaitHeld()) {
			Program stop = attempt.give("stop", "2");
			assertThat(stop.exitCode()).as(stop.toString()).isZero();
			program.release();
			assertThat(program.exitCode()).as(step + " " + program).isEqualTo(1);
			assertThat(attempt.run(2).state()).as(step).isEqualTo(RunState.STOPPED);
			this.scene.goOn(attempt, step);
		}
	}

}
