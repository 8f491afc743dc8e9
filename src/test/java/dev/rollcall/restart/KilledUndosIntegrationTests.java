package dev.rollcall.restart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.staging.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes that are killed while they take a run back, or try again what has failed: a
 * restart brings about all that an undisturbed one does.
 */
class KilledUndosIntegrationTests {

	private final Dice dice = new Dice();

	private final List<KillPoint> points = new ArrayList<>();

	@Test
	void takingBackWhatWasCreatedUpdatedAndMoved(TestReporter reporter) {
		Scene scene = undo(Homes.SMALL.loaded(), "upsert");
		assertThat(scene.kinds()).as("departments and members, changed, moved and deleted").hasSize(5);
		at(scene, KillPoint.BETWEEN, 1);
		at(scene, "plan", 1);
		at(scene, "limits", 1);
		at(scene, "apply", 3);
		at(scene, "report", 1);
		survive(scene, reporter);
	}

	@Test
	void bringingBackWhatWasDeleted(TestReporter reporter) {
		Scene scene = undo(Homes.SMALL.loaded(), "delete");
		assertThat(scene.kinds()).as("departments and members").hasSize(2);
		at(scene, "plan", 1);
		at(scene, "apply", 3);
		survive(scene, reporter);
	}

	@Test
	void takingBackWhatWasWrittenToAnotherDatabase(TestReporter reporter) {
		Scene scene = undo(Homes.SMALL.outside(), "upsert");
		behindCommits(scene);
		at(scene, "plan", 1);
		at(scene, "apply", 1);
		survive(scene, reporter);
	}

	@Test
	void bringingBackWhatWasDeletedFromAnotherDatabase(TestReporter reporter) {
		Scene scene = undo(Homes.SMALL.outside(), "delete");
		behindCommits(scene);
		survive(scene, reporter);
	}

	@Test
	void tryingAgainWhatHasFailed(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.refused(Homes.SMALL.empty()), "restart", "2", "--failed");
		assertThat(scene.state()).isEqualTo(RunState.DONE);
		at(scene, KillPoint.BETWEEN, 1);
		at(scene, "lookAgain", 1);
		at(scene, "apply", 3);
		survive(scene, reporter);
	}

	@Test
	void tryingAgainWhatHasFailedInAnotherDatabase(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.refused(Homes.SMALL.emptyOutside()), "restart", "2", "--failed");
		assertThat(scene.state()).isEqualTo(RunState.DONE);
		behindCommits(scene);
		at(scene, "lookAgain", 1);
		survive(scene, reporter);
	}

	private static Scene undo(Path home, String job) {
		Scene scene = Scene.of(Homes.SMALL.after(home, job), "undo", "2");
		assertThat(scene.state()).isEqualTo(RunState.DONE);
		return scene;
	}

	private void behindCommits(Scene scene) {
		this.points
			.addAll(this.dice.some(3, KilledBetweenTwoDatabasesIntegrationTests.behindCommitsOfTheTarget(scene)));
	}

	private void at(Scene scene, String place, int count) {
		this.points.addAll(this.dice.points(scene, place, count));
	}

	private void survive(Scene scene, TestReporter reporter) {
		reporter.publishEntry("kills", this.dice + " " + this.points);
		SideBySide all = new SideBySide();
		this.points.forEach((point) -> all.add(() -> scene.survives(point)));
		all.run(this.dice);
	}

}
