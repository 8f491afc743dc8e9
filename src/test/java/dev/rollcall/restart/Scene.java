package dev.rollcall.restart;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.report.RunLine;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A command in some home: what comes of it when nobody disturbs it, which has to come of
 * it as well when its process is killed and the run continued.
 */
final class Scene {

	private static final Map<List<Object>, Scene> KNOWN = new HashMap<>();

	private final Path home;

	private final String[] command;

	private final int exitCode;

	private final List<String> trace;

	private final Run run;

	private final EndState end;

	/** A scene, in which the command is carried out undisturbed once. */
	static synchronized Scene of(Path home, String... command) {
		return KNOWN.computeIfAbsent(List.of(home, List.of(command)), (unknown) -> new Scene(home, command));
	}

	private Scene(Path home, String... command) {
		this.home = home;
		this.command = command;
		try (Attempt undisturbed = Attempt.in(home)) {
			Program program = undisturbed.give(command);
			this.exitCode = program.exitCode();
			this.trace = program.trace();
			this.run = undisturbed.run(undisturbed.runs().get(0).run());
			this.end = undisturbed.endState();
			undisturbed.wentWell();
		}
	}

	/** All writes: where, and which. */
	List<String> trace() {
		return this.trace;
	}

	/** Holds the process at the first write that begins like this. */
	KillPoint holdAt(String write) {
		String found = this.trace.stream()
			.filter((line) -> line.substring(line.indexOf(' ') + 1).startsWith(write))
			.findFirst()
			.orElseThrow();
		int number = found.indexOf('#');
		return KillPoint.hold(found.substring(0, number),
				Integer.parseInt(found.substring(number + 1, found.indexOf(' '))));
	}

	RunState state() {
		return this.run.state();
	}

	int exitCode() {
		return this.exitCode;
	}

	/** How many changes of each kind there are. */
	List<String> kinds() {
		return this.end.part("own PLAN_COUNT")
			.stream()
			.filter((count) -> count.startsWith("RUN_ID=" + this.run.id() + " "))
			.toList();
	}

	EndState end() {
		return this.end;
	}

	Attempt attempt() {
		return Attempt.in(this.home);
	}

	/** Kills the process at a point, and makes sure that nothing is lost by that. */
	void survives(KillPoint point) {
		try (Attempt attempt = attempt()) {
			assertThat(attempt.start(point, this.command).exitCode()).as("killed: " + point).isEqualTo(Program.KILLED);
			goOn(attempt, point.toString());
		}
	}

	/** Kills the process, and then the one that continues the run. */
	void survives(KillPoint point, KillPoint again) {
		try (Attempt attempt = attempt()) {
			assertThat(attempt.start(point, this.command).exitCode()).as("killed: " + point).isEqualTo(Program.KILLED);
			Program restart = attempt.start(again, "restart", this.run.job());
			assertThat(restart.exitCode()).as("killed again: " + again).isEqualTo(Program.KILLED);
			goOn(attempt, point + ", " + again);
		}
	}

	/** Kills the process from outside once it has written so often. */
	void survivesAKillBehind(int writes) {
		try (Attempt attempt = attempt(); Program program = attempt.start(KillPoint.NEVER, this.command)) {
			program.await(() -> program.trace().size() >= writes);
			program.kill();
			assertThat(program.exitCode()).isEqualTo(Program.KILLED);
			goOn(attempt, "killed behind write " + writes);
		}
	}

	/**
	 * Continues the run in another process; its exit code is that of an undisturbed one.
	 */
	void goOnAsOperatorsDo(Attempt attempt, String what) {
		Program restarted = attempt.give("restart", this.run.job());
		assertThat(restarted.exitCode()).as(restarted.toString()).isEqualTo(this.exitCode);
		isAsIfUndisturbed(attempt, what);
	}

	/** Does what an operator does who finds the process gone. */
	void goOn(Attempt attempt, String what) {
		Run last = attempt.with((workplace) -> {
			List<RunLine> runs = workplace.views().latest(1);
			if (runs.isEmpty() || runs.get(0).run() < this.run.id()) {
				return attempt.begin(workplace.runs(), this.command);
			}
			assertThat(runs.get(0).state()).as(what + ": is recognised as dead").isNotEqualTo("running");
			Run found = workplace.runs().find(this.run.id());
			if (found.state().canRestart()) {
				return attempt.begin(workplace.runs(), "restart", this.run.job());
			}
			return (found.state() != this.run.state()) ? attempt.begin(workplace.runs(), this.command) : found;
		});
		assertThat(last.state()).as(what).isEqualTo(this.run.state());
		isAsIfUndisturbed(attempt, what);
	}

	private void isAsIfUndisturbed(Attempt attempt, String what) {
		attempt.endState().isSameAs(this.end, attempt.home() + ", " + what);
		attempt.wentWell();
	}

}
