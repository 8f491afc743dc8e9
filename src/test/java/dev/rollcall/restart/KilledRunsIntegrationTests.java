package dev.rollcall.restart;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.staging.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes of the packaged program that are killed, at every step, in chunks and between
 * them: a restart brings about all that an undisturbed run does.
 */
class KilledRunsIntegrationTests {

	private final Dice dice = new Dice();

	private final List<KillPoint> points = new ArrayList<>();

	@Test
	void loadingIntoABrandNewDatabase(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.empty(), "run", "load");
		assertThat(scene.state()).isEqualTo(RunState.DONE);
		at(scene, KillPoint.MIGRATION, 2);
		at(scene, KillPoint.BETWEEN, 2);
		at(scene, "stageTarget", 1);
		at(scene, "plan", 1);
		at(scene, "apply", 2);
		survive(scene, reporter);
	}

	@Test
	void bringingAnOlderDatabaseUpToDate(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.older(), "run", "load");
		assertThat(scene.state()).isEqualTo(RunState.DONE);
		at(scene, KillPoint.MIGRATION, 3);
		within(scene, KillPoint.MIGRATION, 1);
		survive(scene, reporter);
	}

	@Test
	void creatingUpdatingAndMoving(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.loaded(), "run", "upsert");
		assertThat(scene.kinds()).as("all that a job can do but to delete").hasSize(5);
		at(scene, KillPoint.BETWEEN, 1);
		at(scene, "stageSource", 2);
		at(scene, "plan", 1);
		at(scene, "limits", 1);
		at(scene, "apply", 3);
		at(scene, "report", 1);
		within(scene, "stageSource", 1);
		within(scene, "plan", 1);
		within(scene, "apply", 1);
		survive(scene, reporter);
	}

	@Test
	void readingATargetOfSeveralChunks(TestReporter reporter) {
		Scene scene = Scene.of(Homes.LARGE.loaded(), "run", "upsert");
		at(scene, "stageTarget", 2);
		within(scene, "stageTarget", 1);
		survive(scene, reporter);
	}

	@Test
	void deleting(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.loaded(), "run", "delete");
		assertThat(scene.kinds()).as("members and departments").hasSize(2);
		at(scene, KillPoint.BETWEEN, 1);
		at(scene, "plan", 1);
		at(scene, "apply", 3);
		survive(scene, reporter);
	}

	@Test
	void disablingThoseWhoLeave(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.loaded(), "run", "leave");
		assertThat(scene.kinds()).as("members only").hasSize(1);
		assertThat(scene.end().part("own LEAVER")).as("so many wait").hasSizeGreaterThan(100);
		at(scene, "plan", 1);
		at(scene, "apply", 1);
		at(scene, "report", 1);
		within(scene, "apply", 1);
		survive(scene, reporter);
	}

	@Test
	void onlyPlanning(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.loaded(), "plan", "upsert");
		assertThat(scene.state()).isEqualTo(RunState.PLANNED);
		at(scene, KillPoint.BETWEEN, 2);
		at(scene, "limits", 1);
		survive(scene, reporter);
	}

	@Test
	void holdingAPlanThatDeletesTooMuch(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.loaded(), "run", "held");
		assertThat(scene.state()).isEqualTo(RunState.HELD);
		at(scene, "limits", 2);
		survive(scene, reporter);
	}

	@Test
	void applyingAPlanThatWasSavedBefore(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.planned(), "apply", "2");
		assertThat(scene.state()).isEqualTo(RunState.PARTIAL);
		at(scene, "verifyTarget", 1);
		at(scene, "apply", 2);
		at(scene, KillPoint.BETWEEN, 1);
		survive(scene, reporter);
	}

	@Test
	void applyingAPlanThatAPersonHasLetThrough(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.approved(), "apply", "2");
		assertThat(scene.state()).as("but for rejected rows").isEqualTo(RunState.PARTIAL);
		at(scene, "limits", 1);
		at(scene, "verifyTarget", 1);
		at(scene, "apply", 2);
		at(scene, KillPoint.BETWEEN, 1);
		survive(scene, reporter);
	}

	@Test
	void whatWasBegunByAnApprovalIsFinishedByItThoughItHasExpired() {
		Scene scene = Scene.of(Homes.SMALL.approved(), "apply", "2");
		int writes = (int) scene.trace().stream().filter((line) -> line.startsWith("apply#")).count();
		SideBySide all = new SideBySide();
		all.add(() -> {
			try (Attempt attempt = expiredAfter(scene, KillPoint.kill("apply", writes / 2))) {
				Program restarted = attempt.give("restart", "2");
				assertThat(restarted.exitCode()).as(restarted.toString()).isEqualTo(scene.exitCode());
				assertThat(attempt.run(2).state()).isEqualTo(scene.state());
				attempt.wentWell();
			}
		});
		all.add(() -> {
			try (Attempt attempt = expiredAfter(scene, KillPoint.kill(KillPoint.BETWEEN, 5))) {
				assertThat(attempt.run(2).state()).as("nothing has been begun").isIn(RunState.HELD, RunState.RUNNING);
				String command = (attempt.run(2).state() == RunState.HELD) ? "apply" : "restart";
				Program restarted = attempt.give(command, "2");
				assertThat(restarted.exitCode()).as(restarted.toString()).isEqualTo(3);
				assertThat(attempt.run(2).state()).isEqualTo(RunState.HELD);
				attempt.wentWell();
			}
		});
		all.run(this.dice);
	}

	/** A home where the plan was being applied, and whose approval has expired since. */
	private static Attempt expiredAfter(Scene scene, KillPoint point) {
		Attempt attempt = scene.attempt();
		assertThat(attempt.start(point, "apply", "2").exitCode()).isEqualTo(Program.KILLED);
		attempt.change("UPDATE approval SET expires_at = TIMESTAMP '2020-01-01 00:00:00' WHERE run_id = 2");
		return attempt;
	}

	@Test
	void killedOnceMoreWhileItIsContinued(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.loaded(), "run", "upsert");
		List<List<KillPoint>> pairs = new ArrayList<>();
		for (String step : List.of("stageSource", "plan", "apply")) {
			pairs.add(List.of(KillPoint.kill(step, 3 + this.dice.below(3)),
					KillPoint.kill(step, 1 + this.dice.below(3))));
		}
		// Behind some chunks, and then before the next one.
		pairs.add(List.of(KillPoint.kill("stageSource", 18), KillPoint.kill("stageSource", 2)));
		pairs.add(List.of(KillPoint.kill("apply", 100), KillPoint.kill(KillPoint.BETWEEN, 1 + this.dice.below(8))));
		reporter.publishEntry("kills", this.dice + " " + pairs);
		SideBySide all = new SideBySide();
		pairs.forEach((pair) -> all.add(() -> scene.survives(pair.get(0), pair.get(1))));
		all.run(this.dice);
	}

	@Test
	void killedFromOutsideAtAnyMoment(TestReporter reporter) {
		Scene scene = Scene.of(Homes.SMALL.loaded(), "run", "upsert");
		List<Integer> writes = this.dice.writes(scene, 3);
		reporter.publishEntry("kills", this.dice + " " + writes);
		SideBySide all = new SideBySide();
		writes.forEach((count) -> all.add(() -> scene.survivesAKillBehind(count)));
		all.run(this.dice);
	}

	private void at(Scene scene, String place, int count) {
		this.points.addAll(this.dice.points(scene, place, count));
	}

	private void within(Scene scene, String place, int count) {
		this.points.addAll(this.dice.within(scene, place, count));
	}

	private void survive(Scene scene, TestReporter reporter) {
		reporter.publishEntry("kills", this.dice + " " + this.points);
		SideBySide all = new SideBySide();
		this.points.forEach((point) -> all.add(() -> scene.survives(point)));
		all.run(this.dice);
	}

}
