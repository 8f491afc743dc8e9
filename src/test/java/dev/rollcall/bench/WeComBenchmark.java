package dev.rollcall.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Runs the packaged program against the look-alike of WeCom, each call of which takes at
 * least so long as one over the internet does.
 */
final class WeComBenchmark {

	static final String TITLE = "## WeCom";

	/** What WeCom lets through in a minute. */
	private static final int CEILING = 10_000;

	/** A rate that is low enough for one run to last several minutes. */
	private static final int RATE = 1_500;

	private static final int RATED_CALLS = 3 * RATE;

	private static final int UNCHANGED = 100_000;

	private static final int IMPORTED = 50_000;

	private static final Map<String, String> SECRETS = Map.of("corp-id", "corpId", "base-url", "baseUrl",
			"contact-secret", "contactSecret", "app-secret", "appSecret");

	private final Rehearsals rehearsals;

	WeComBenchmark(Path root, Path work) {
		this.rehearsals = new Rehearsals(root, work, "wecom");
	}

	/** Measures all of it; gives the section of the report. */
	String markdown() throws IOException, InterruptedException {
		read();
		write();
		load();
		return this.rehearsals.markdown(TITLE, String.format(Locale.ROOT,
				"Against the look-alike on the same machine, %d ms for each call. Whole processes, measured once; the"
						+ " calls are those that the look-alike has counted.",
				Sandbox.LATENCY));
	}

	/** A call for each department, as fast as the job allows. */
	private void read() throws IOException, InterruptedException {
		say("WeCom: reading at " + RATE + " calls a minute");
		try (Sandbox sandbox = sandbox("--members", "20000", "--departments", Integer.toString(RATED_CALLS),
				"--limit-minute", Integer.toString(RATE))) {
			this.rehearsals.beginAnew();
			this.rehearsals.job("read", sandbox.side("source", SECRETS, "detail: full", rate(RATE)),
					"target: {connector: jdbc}\n");
			MeasuredProcess run = this.rehearsals.run("read", sandbox);
			rated("reading, a call for each of " + RATED_CALLS + " departments", sandbox, "user/list", run);
		}
	}

	/** A call for each member. */
	private void write() throws IOException, InterruptedException {
		say("WeCom: writing at " + RATE + " calls a minute");
		try (Sandbox sandbox = sandbox("--members", "0", "--limit-minute", Integer.toString(RATE))) {
			this.rehearsals.beginAnew();
			Path file = this.rehearsals.people(RATED_CALLS, 20);
			this.rehearsals.job("write", Rehearsals.excel(file),
					sandbox.side("target", SECRETS, "import-from: 1000000", rate(RATE)));
			MeasuredProcess run = this.rehearsals.run("write", sandbox);
			rated("creating " + RATED_CALLS + " members one by one", sandbox, "user/create", run);
		}
	}

	private void rated(String what, Sandbox sandbox, String call, MeasuredProcess run)
			throws IOException, InterruptedException {
		SandboxCalls calls = sandbox.calls();
		double perMinute = calls.of(call) / (run.seconds() / 60);
		this.rehearsals.row(what, calls.all(), run.seconds(), String.format(Locale.ROOT,
				"%.0f %% of the rate, %d refused as too many (45009)", 100 * perMinute / RATE, calls.answered(45009)),
				"95 %, 0");
	}

	/** A first load through files; the same again, unchanged. */
	private void load() throws IOException, InterruptedException {
		say("WeCom: a first load of " + IMPORTED + " members by files");
		try (Sandbox sandbox = sandbox("--members", "0", "--limit-minute", Integer.toString(CEILING))) {
			this.rehearsals.beginAnew();
			int departments = UNCHANGED / 100;
			this.rehearsals.job("departments", Rehearsals.excel(this.rehearsals.people(departments, departments)),
					sandbox.side("target", SECRETS, "detail: full", "import-from: 1"));
			this.rehearsals.job("load", Rehearsals.excel(this.rehearsals.people(IMPORTED, departments)),
					sandbox.side("target", SECRETS, "detail: full", "import-from: 1000"));
			this.rehearsals.job("more", Rehearsals.excel(this.rehearsals.people(UNCHANGED, departments)),
					sandbox.side("target", SECRETS, "detail: full", "import-from: 1000"));
			this.rehearsals.run("departments", sandbox);
			long before = sandbox.calls().all();
			MeasuredProcess loaded = this.rehearsals.run("load", sandbox);
			double ceiling = 60.0 * IMPORTED / CEILING;
			this.rehearsals.row(
					String.format(Locale.ROOT, "first load of %,d members by files, into %,d departments", IMPORTED,
							departments),
					sandbox.calls().all() - before, loaded.seconds(),
					String.format(Locale.ROOT, "%.0f %% of the %.0f s of single calls at the ceiling",
							100 * loaded.seconds() / ceiling, ceiling),
					"10 %");
			this.rehearsals.run("more", sandbox);
			unchanged(sandbox, "more", "names asked for", "15 calls, and one for the names of each department");
			this.rehearsals.job("ids", Rehearsals.excel(this.rehearsals.people(UNCHANGED, departments)),
					sandbox.side("target", SECRETS, "import-from: 1000"));
			// What these credentials are not shown is written once, and remembered.
			this.rehearsals.run("ids", sandbox);
			unchanged(sandbox, "ids", "ids only", "15 calls");
		}
	}

	private void unchanged(Sandbox sandbox, String job, String how, String wanted)
			throws IOException, InterruptedException {
		long before = sandbox.calls().all();
		MeasuredProcess unchanged = this.rehearsals.run(job, sandbox);
		long calls = sandbox.calls().all() - before;
		this.rehearsals.row(String.format(Locale.ROOT, "%,d members unchanged, %s", UNCHANGED, how), calls,
				unchanged.seconds(), calls + " calls", wanted);
	}

	private static String rate(int minute) {
		return "rate: {minute: " + minute + ", hour: " + 60 * minute + "}";
	}

	private Sandbox sandbox(String... options) throws IOException {
		return new Sandbox(this.rehearsals.launcher(), "wecom", options);
	}

	private static void say(String what) {
		System.err.println(what);
	}

}
