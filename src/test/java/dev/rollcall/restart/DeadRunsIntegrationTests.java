package dev.rollcall.restart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import dev.rollcall.job.RunException;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of runs whose processes were killed, besides that they can be continued.
 */
class DeadRunsIntegrationTests {

	@Test
	void canBeGivenUpAtOnceAndANewOneDoesTheRest() {
		try (Attempt attempt = killed(Homes.SMALL.loaded())) {
			Program abandon = attempt.give("abandon", "2");
			assertThat(abandon.exitCode()).as(abandon.toString()).isZero();
			assertThat(attempt.run(2).state()).isEqualTo(RunState.ABANDONED);
			assertThatExceptionOfType(RunException.class).isThrownBy(() -> attempt.begin("restart", "2"));
			aNewOneDoesTheRest(attempt, Scene.of(Homes.SMALL.loaded(), "run", "upsert"), "own");
		}
	}

	@Test
	void areGivenUpByANewOne() {
		try (Attempt attempt = killed(Homes.SMALL.loaded())) {
			aNewOneDoesTheRest(attempt, Scene.of(Homes.SMALL.loaded(), "run", "upsert"), "own");
			assertThat(attempt.run(2).state()).isEqualTo(RunState.ABANDONED);
		}
	}

	@Test
	void whatTheyWroteToAnotherDatabaseANewOneDoesNotWriteAgain() {
		try (Attempt attempt = killed(Homes.SMALL.outside())) {
			aNewOneDoesTheRest(attempt, Scene.of(Homes.SMALL.outside(), "run", "upsert"), "outside");
		}
	}

	@Test
	void goOnOnlyWithTheFileTheyBeganWith() throws IOException {
		try (Attempt attempt = killed(Homes.SMALL.loaded())) {
			Path source = attempt.home().resolve("next-month.xlsx");
			Path kept = attempt.home().resolve("kept");
			Files.move(source, kept);
			Files.copy(attempt.home().resolve("this-month.xlsx"), source);
			Program refused = attempt.give("restart", "upsert");
			assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(1);
			assertThat(refused.err()).contains("next-month.xlsx has changed since the run began", "former file back",
					"\"abandon 2\"", "\"run upsert\"");
			Files.move(kept, source, StandardCopyOption.REPLACE_EXISTING);
			Scene.of(Homes.SMALL.loaded(), "run", "upsert").goOnAsOperatorsDo(attempt, "with the former file");
		}
	}

	/** A home in which run 2 was killed after some of its changes were carried out. */
	private static Attempt killed(Path home) {
		Attempt attempt = Attempt.in(home);
		Program killed = attempt.start(KillPoint.kill("apply", 100), "run", "upsert");
		assertThat(killed.exitCode()).as(killed.toString()).isEqualTo(Program.KILLED);
		assertThat(attempt.runs().get(0)).satisfies((run) -> assertThat(run.done()).isBetween(1L, run.planned() - 1));
		return attempt;
	}

	/** Runs the job anew, and makes sure that nothing is missing or there twice. */
	private static void aNewOneDoesTheRest(Attempt attempt, Scene scene, String database) {
		Run anew = attempt.begin("run", "upsert");
		assertThat(anew.id()).isEqualTo(3);
		assertThat(anew.state()).isEqualTo(scene.state());
		EndState end = attempt.endState();
		for (String table : EndState.OF_DIRECTORY) {
			assertThat(end.part(database + " " + table)).as(table).isEqualTo(scene.end().part(database + " " + table));
		}
		attempt.wentWell();
	}

}
