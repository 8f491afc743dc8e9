package dev.rollcall.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Runs the packaged program against the look-alike of Tencent Cloud CAM. */
final class CamBenchmark {

	static final String TITLE = "## Tencent Cloud CAM";

	/** As many as an account can have, as far as is known. */
	private static final int USERS = 1_000;

	private static final int SECOND = 20;

	/** All that does not shut callers out for a time. */
	private static final List<String> FAULTS = List.of("server-error", "dropped", "answer-lost", "busy");

	private static final double DISTURBED = 0.05;

	private static final Map<String, String> KEYS = Map.of("base-url", "baseUrl", "secret-id", "secretId", "secret-key",
			"secretKey");

	private final Rehearsals rehearsals;

	CamBenchmark(Path root, Path work) {
		this.rehearsals = new Rehearsals(root, work, "cam");
	}

	/** Measures all of it; gives the section of the report. */
	String markdown() throws IOException, InterruptedException {
		JsonNode state = create();
		disturbed(state);
		return this.rehearsals.markdown(TITLE, String.format(Locale.ROOT,
				"Against the look-alike on the same machine, %d ms for each call, and %d calls of each action a second,"
						+ " as CAM allows. Whole processes, measured once; the calls are those that the look-alike has"
						+ " counted, the share of the rate is that of whole seconds (without the first) of creating.",
				Sandbox.LATENCY, SECOND));
	}

	private JsonNode create() throws IOException, InterruptedException {
		say("creating %,d sub-users", USERS);
		this.rehearsals.beginAnew();
		try (Sandbox sandbox = cam(List.of()); CallGauge gauge = new CallGauge(sandbox, "AddUser")) {
			job(sandbox);
			MeasuredProcess run = this.rehearsals.run("cam", sandbox);
			this.rehearsals.expect(USERS);
			SandboxCalls calls = sandbox.calls();
			CallGauge.Reading reading = gauge.whole(Duration.ofSeconds(1), 1);
			String reached = (reading == null) ? ""
					: String.format(Locale.ROOT, "%.1f %% of the rate; ", 100 * reading.of(SECOND));
			this.rehearsals.row(String.format(Locale.ROOT, "creating %,d sub-users in a group", USERS), calls.all(),
					run.seconds(), reached + SandboxCalls.shown(calls.since(SandboxCalls.NONE)),
					"95 % of the rate, each created once");
			MeasuredProcess night = this.rehearsals.run("cam", sandbox);
			this.rehearsals.expect(0);
			this.rehearsals.row(String.format(Locale.ROOT, "a night without changes, %,d sub-users", USERS),
					sandbox.calls().all() - calls.all(), night.seconds(),
					SandboxCalls.shown(sandbox.calls().since(calls)), "only reads");
			return sandbox.state();
		}
	}

	private void disturbed(JsonNode state) throws IOException, InterruptedException {
		say("creating %,d sub-users, disturbed", USERS);
		this.rehearsals.beginAnew();
		List<String> options = new ArrayList<>();
		FAULTS.forEach((fault) -> options.addAll(List.of("--fault", fault + "=" + DISTURBED / FAULTS.size())));
		try (Sandbox sandbox = cam(options)) {
			job(sandbox);
			double seconds = this.rehearsals.run("cam", sandbox).seconds();
			this.rehearsals.expect(USERS);
			this.rehearsals.row(
					String.format(Locale.ROOT, "creating them, %.0f %% of the calls disturbed", 100 * DISTURBED),
					sandbox.calls().all(), seconds, (sandbox.state().equals(state) ? "the same state" : "ANOTHER STATE")
							+ "; " + SandboxCalls.shown(sandbox.faults()),
					"the same state");
		}
	}

	private void job(Sandbox sandbox) throws IOException, InterruptedException {
		this.rehearsals.job("cam", Rehearsals.excel(this.rehearsals.people(USERS, USERS / 100)),
				sandbox.side("target", KEYS, "groups: {示例科技有限公司: developers}"));
	}

	private Sandbox cam(List<String> more) throws IOException {
		List<String> options = new ArrayList<>(
				List.of("--users", "0", "--group", "developers", "--limit-second", Integer.toString(SECOND)));
		options.addAll(more);
		return new Sandbox(this.rehearsals.launcher(), "cam", "tencentcam", options.toArray(String[]::new));
	}

	private static void say(String what, Object... values) {
		System.err.println("CAM: " + String.format(Locale.ROOT, what, values));
	}

}
