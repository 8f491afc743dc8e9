package dev.rollcall.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Runs the packaged program against the look-alikes of Authing and WeCom. */
final class AuthingBenchmark {

	static final String TITLE = "## Authing";

	/** How many users are read and created when nothing else is said. */
	static final int USERS = 100_000;

	/** How many users Authing shows or takes with one call. */
	private static final int PAGE = 50;

	/** Low enough for the machine not to be what holds calls up. */
	private static final int SECOND = 40;

	/** Low enough for a run to last some minutes. */
	private static final int MINUTE = 600;

	/**
	 * Token, fields, organisation and departments: what else is called for while users
	 * are read. The look-alike counts calls of all kinds together.
	 */
	private static final int OTHERS = 4;

	private static final int TOO_OFTEN = 429;

	/** All that does not shut callers out for a time. */
	private static final List<String> FAULTS = List.of("server-error", "dropped", "answer-lost", "busy", "conflict",
			"token-expired");

	private static final double DISTURBED = 0.05;

	/** With fewer users there are too few calls for chance to disturb some. */
	private static final int FEWEST = 1_000;

	private static final Map<String, String> KEYS = named("base-url", "baseUrl", "access-key-id", "accessKeyId",
			"access-key-secret", "accessKeySecret", "organization", "organizationCode");

	private static final Map<String, String> SECRETS = named("base-url", "baseUrl", "corp-id", "corpId",
			"contact-secret", "contactSecret", "app-secret", "appSecret");

	private static final String RATE = "rate: {second: " + SECOND + "}";

	private final Rehearsals rehearsals;

	private final int users;

	/**
	 * A benchmark.
	 * @param users how many are read and created; a fifth of them nightly, a twentieth
	 * with faults
	 */
	AuthingBenchmark(Path root, Path work, int users) {
		this.rehearsals = new Rehearsals(root, work, "authing");
		this.users = users;
	}

	/** Measures all of it; gives the section of the report. */
	String markdown() throws IOException, InterruptedException {
		read(RATE, "--limit-second", SECOND, Duration.ofSeconds(1), 1);
		read("rate: {minute: " + MINUTE + "}", "--limit-minute", MINUTE, Duration.ofMinutes(1), 0);
		create();
		nightly(this.users / 5);
		disturbed(Math.max(this.users / 20, FEWEST));
		return this.rehearsals.markdown(TITLE, String.format(Locale.ROOT,
				"Against the look-alike on the same machine, %d ms for each call, and %d calls of each kind a second"
						+ " where nothing else is said. Whole processes, measured once; the calls are those that the"
						+ " look-alike has counted, the share of a rate is that of whole seconds (without the first)"
						+ " and whole minutes of asking for users. Reading asks for a token, the fields and, before and"
						+ " behind, the organisation and its departments; for the first and the last page once more.",
				Sandbox.LATENCY, SECOND));
	}

	private void read(String rate, String limit, int calls, Duration span, int without)
			throws IOException, InterruptedException {
		say("reading %,d users, %s", this.users, rate);
		this.rehearsals.beginAnew();
		try (Sandbox sandbox = authing(populated(this.users, limit, Integer.toString(calls + OTHERS)));
				CallGauge gauge = new CallGauge(sandbox, "list-users")) {
			this.rehearsals.job("read", sandbox.side("source", KEYS, "ignore-root: false", rate),
					"target: {connector: jdbc}\n");
			MeasuredProcess run = this.rehearsals.run("read", sandbox);
			this.rehearsals.expect(this.users);
			SandboxCalls all = sandbox.calls();
			long pages = pages(this.users);
			CallGauge.Reading reading = gauge.whole(span, without);
			String reached = (reading == null) ? "too short to tell the share of the rate"
					: String.format(Locale.ROOT, "%.1f %% of the rate (%,d calls in %d %s)", 100 * reading.of(calls),
							reading.calls(), reading.spans(), (without > 0) ? "s" : "min");
			this.rehearsals.row(String.format(Locale.ROOT, "reading %,d users, `%s`", this.users, rate), all.all(),
					run.seconds(),
					String.format(Locale.ROOT, "%,d pages and %d calls; %s; %d refused (429)", pages, all.all() - pages,
							reached, all.answered(TOO_OFTEN)),
					String.format(Locale.ROOT, "%,d pages and a handful; 95 %%; 0", pages));
		}
	}

	private void create() throws IOException, InterruptedException {
		int departments = Math.max(1, this.users / 100 - 20);
		say("creating %,d users in %,d departments", this.users, departments + 20);
		this.rehearsals.beginAnew();
		try (Sandbox sandbox = authing(List.of("--custom-fields"))) {
			this.rehearsals.job("create", Rehearsals.excel(this.rehearsals.people(this.users, departments)),
					sandbox.side("target", KEYS, RATE));
			MeasuredProcess run = this.rehearsals.run("create", sandbox);
			this.rehearsals.expect(this.users);
			Map<String, Long> calls = sandbox.calls().since(SandboxCalls.NONE);
			long batches = calls.getOrDefault("create-users-batch", 0L);
			long nodes = calls.getOrDefault("create-department", 0L);
			this.rehearsals.row(String.format(Locale.ROOT, "creating %,d users and %,d departments", this.users, nodes),
					sandbox.calls().all(), run.seconds(),
					String.format(Locale.ROOT, "%,d calls for users, %,d for departments, %s beside", batches, nodes,
							SandboxCalls.shown(without(calls, "create-users-batch", "create-department"))),
					String.format(Locale.ROOT, "%,d, %,d", pages(this.users), nodes));
		}
	}

	/** To WeCom, with nothing to do. */
	private void nightly(int many) throws IOException, InterruptedException {
		say("a night without changes, %,d users", many);
		this.rehearsals.beginAnew();
		try (Sandbox authing = authing(populated(many)); Sandbox wecom = sandbox("wecom", List.of("--members", "0"))) {
			this.rehearsals.job("nightly", authing.side("source", KEYS, RATE),
					wecom.side("target", SECRETS, "detail: full", "import-from: 1000"));
			this.rehearsals.run("nightly", authing, wecom);
			this.rehearsals.expect(many);
			SandboxCalls before = authing.calls();
			SandboxCalls there = wecom.calls();
			MeasuredProcess run = this.rehearsals.run("nightly", authing, wecom);
			this.rehearsals.expect(0);
			long calls = authing.calls().all() - before.all() + wecom.calls().all() - there.all();
			this.rehearsals.row(String.format(Locale.ROOT, "a night without changes, %,d users to WeCom", many), calls,
					run.seconds(), "Authing: " + SandboxCalls.shown(authing.calls().since(before)) + "; WeCom: "
							+ SandboxCalls.shown(wecom.calls().since(there)),
					"only reads");
		}
	}

	private void disturbed(int many) throws IOException, InterruptedException {
		say("creating %,d users, disturbed and undisturbed", many);
		JsonNode state;
		try (Sandbox sandbox = authing(List.of("--custom-fields"))) {
			double seconds = load(sandbox, many);
			state = sandbox.state();
			this.rehearsals.row(String.format(Locale.ROOT, "creating %,d users, undisturbed", many),
					sandbox.calls().all(), seconds, "", "");
		}
		List<String> options = new ArrayList<>(List.of("--custom-fields"));
		FAULTS.forEach((fault) -> options.addAll(List.of("--fault", fault + "=" + DISTURBED / FAULTS.size())));
		try (Sandbox sandbox = authing(options)) {
			double seconds = load(sandbox, many);
			this.rehearsals.row(String.format(Locale.ROOT, "the same, %.0f %% of the calls disturbed", 100 * DISTURBED),
					sandbox.calls().all(), seconds, (sandbox.state().equals(state) ? "the same state" : "ANOTHER STATE")
							+ "; " + SandboxCalls.shown(sandbox.faults()),
					"the same state");
		}
	}

	private double load(Sandbox sandbox, int many) throws IOException, InterruptedException {
		this.rehearsals.beginAnew();
		this.rehearsals.job("load", Rehearsals.excel(this.rehearsals.people(many, Math.max(1, many / 10))),
				sandbox.side("target", KEYS, RATE));
		double seconds = this.rehearsals.run("load", sandbox).seconds();
		this.rehearsals.expect(many);
		return seconds;
	}

	private static List<String> populated(int many, String... more) {
		List<String> options = new ArrayList<>(List.of("--custom-fields", "--users", Integer.toString(many),
				"--departments", Integer.toString(many / 100)));
		options.addAll(List.of(more));
		return options;
	}

	private Sandbox authing(List<String> options) throws IOException {
		return sandbox("authing", options);
	}

	private Sandbox sandbox(String vendor, List<String> options) throws IOException {
		return new Sandbox(this.rehearsals.launcher(), vendor, options.toArray(String[]::new));
	}

	private static long pages(int users) {
		return (users + PAGE - 1L) / PAGE;
	}

	private static Map<String, Long> without(Map<String, Long> calls, String... kinds) {
		Map<String, Long> rest = new LinkedHashMap<>(calls);
		rest.keySet().removeAll(List.of(kinds));
		return rest;
	}

	private static Map<String, String> named(String... pairs) {
		Map<String, String> named = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			named.put(pairs[i], pairs[i + 1]);
		}
		return named;
	}

	private static void say(String what, Object... values) {
		System.err.println("Authing: " + String.format(Locale.ROOT, what, values));
	}

}
