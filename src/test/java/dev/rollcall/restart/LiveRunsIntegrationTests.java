package dev.rollcall.restart;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import dev.rollcall.job.JobLine;
import dev.rollcall.report.RunLine;
import dev.rollcall.staging.DatabaseInUseException;
import dev.rollcall.staging.EmbeddedDatabase;
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
	void aHeldPlanCanBeApprovedMeanwhile() {
		try (Attempt attempt = Attempt.in(Homes.SMALL.held());
				Program live = attempt.start(KillPoint.hold("apply", 2), "run", "upsert").awaitHeld()) {
			Program approve = attempt.give("approve", "2", "--digest", attempt.digest(2), "--reason", "as announced");
			assertThat(approve.exitCode()).as(approve.toString()).isZero();
			live.release();
			assertThat(live.exitCode()).as(live.toString()).isEqualTo(4);
			Program apply = attempt.give("apply", "2");
			assertThat(apply.exitCode()).as("approved, but stale by now: " + apply).isEqualTo(3);
			assertThat(apply.err()).contains("The plan of run 2 is stale");
			attempt.wentWell();
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
	void whoeverLooksWhileADatabaseIsMadeWaitsForThat() throws IOException, InterruptedException {
		try (Attempt attempt = Attempt.in(Homes.SMALL.empty());
				Program live = attempt.start(KillPoint.hold(KillPoint.MIGRATION, 20), "run", "load").awaitHeld()) {
			Process dead = new ProcessBuilder("true").start();
			dead.waitFor();
			// As if one had died here and the next one had not said yet who it is.
			Files.writeString(attempt.home().resolve("var/owner"),
					"process=" + dead.pid() + "\ncommand=x\nsince=2026-01-01T00\\:00\\:00Z\nport=1\n");
			looksOnlyBehind(live, attempt);
		}
	}

	@Test
	void whoeverLooksWhileADatabaseIsClosedWaitsForThat() throws InterruptedException {
		try (Attempt attempt = Attempt.in(Homes.SMALL.empty());
				Program live = attempt.start(shutdown(), "run", "load").awaitHeld()) {
			looksOnlyBehind(live, attempt);
		}
	}

	private static void looksOnlyBehind(Program live, Attempt attempt) throws InterruptedException {
		AtomicReference<List<RunLine>> seen = new AtomicReference<>();
		Thread looks = new Thread(() -> seen.set(attempt.runs()));
		looks.start();
		live.await(() -> isOpening(looks));
		assertThat(seen.get()).isNull();
		live.release();
		looks.join();
		assertThat(seen.get()).as("has looked in the end").isNotNull();
		assertThat(live.exitCode()).as(live.toString()).isZero();
		attempt.wentWell();
	}

	private static boolean isOpening(Thread thread) {
		return thread.getState() == Thread.State.TIMED_WAITING && Arrays.stream(thread.getStackTrace())
			.map(StackTraceElement::getClassName)
			.anyMatch(EmbeddedDatabase.class.getName()::equals);
	}

	/** The last thing that a process writes. */
	private static KillPoint shutdown() {
		return Scene.of(Homes.SMALL.empty(), "run", "load").holdAt("SHUTDOWN");
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
		assertThat(jobs).extracting(JobLine::job).containsExactly("delete", "held", "leave", "load", "upsert");
	}

}
