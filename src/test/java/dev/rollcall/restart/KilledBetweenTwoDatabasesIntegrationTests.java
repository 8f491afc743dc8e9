package dev.rollcall.restart;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.staging.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes that are killed while they write to a directory whose commits are not those
 * of the program's own database: what was sent is looked up before it is sent again.
 */
class KilledBetweenTwoDatabasesIntegrationTests {

	private final Dice dice = new Dice();

	@Test
	void creatingUpdatingMovingAndRenaming(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.outside(), "run", "upsert");
		assertThat(scene.state()).isEqualTo(RunState.PARTIAL);
		survives(scene, 3, reporter);
	}

	@Test
	void deleting(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.outside(), "run", "delete");
		assertThat(scene.state()).isEqualTo(RunState.PARTIAL);
		survives(scene, 2, reporter);
	}

	/** Kills around each commit of the target, and at some other places. */
	private void survives(Scene scene, int others, TestReporter reporter) {
		List<KillPoint> points = new ArrayList<>(behindCommitsOfTheTarget(scene));
		assertThat(points).as("commits of the target").hasSizeGreaterThan(1);
		points.addAll(this.dice.points(scene, "apply", others));
		points.addAll(this.dice.points(scene, "stageTarget", 1));
		reporter.publishEntry("kills", this.dice + " " + points);
		SideBySide all = new SideBySide();
		points.forEach((point) -> all.add(() -> scene.survives(point)));
		all.run(this.dice);
	}

	/** The writes that follow on those commits, so that ours is still to come. */
	static List<KillPoint> behindCommitsOfTheTarget(Scene scene) {
		List<KillPoint> points = new ArrayList<>();
		List<String> writes = scene.trace().stream().filter((line) -> line.startsWith("apply#")).toList();
		for (int i = 0; i < writes.size(); i++) {
			if (writes.get(i).endsWith("COMMIT outside")) {
				points.add(KillPoint.kill("apply", i + 2));
			}
		}
		return points;
	}

}
