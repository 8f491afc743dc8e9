package dev.rollcall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.staging.Folder;

/**
 * Runs the packaged program against the look-alike of WeCom, each call of which takes at
 * least so long as one over the internet does.
 */
final class WeComBenchmark {

	static final String TITLE = "## WeCom";

	private static final int LATENCY = 50;

	/** What WeCom lets through in a minute. */
	private static final int CEILING = 10_000;

	/** A rate that is low enough for one run to last several minutes. */
	private static final int RATE = 1_500;

	private static final int RATED_CALLS = 3 * RATE;

	private static final int UNCHANGED = 100_000;

	private static final int IMPORTED = 50_000;

	private final Path root;

	private final Path work;

	private final List<String> rows = new ArrayList<>();

	WeComBenchmark(Path root, Path work) {
		this.root = root;
		this.work = work;
	}

	/** Measures all of it; gives the section of the report. */
	String markdown() throws IOException, InterruptedException {
		read();
		write();
		load();
		StringBuilder text = new StringBuilder(TITLE).append("\n\n");
		text.append(String.format(Locale.ROOT,
				"Against the look-alike on the same machine, %d ms for each call. Whole processes, measured once; the"
						+ " calls are those that the look-alike has counted.%n%n",
				LATENCY));
		text.append("| what | calls | took s | measured | wanted |\n|---|---|---|---|---|\n");
		this.rows.forEach((row) -> text.append(row).append('\n'));
		return text.toString();
	}

	/** A call for each department, as fast as the job allows. */
	private void read() throws IOException, InterruptedException {
		say("WeCom: reading at " + RATE + " calls a minute");
		try (Sandbox sandbox = new Sandbox("--members", "20000", "--departments", Integer.toString(RATED_CALLS),
				"--limit-minute", Integer.toString(RATE))) {
			Path home = home();
			job(home, "read", sandbox.wecom("source", "detail: full", rate(RATE)) + "target: {connector: jdbc}\n");
			MeasuredProcess run = run(home, sandbox, "read", 0);
			rated("reading, a call for each of " + RATED_CALLS + " departments", sandbox, "user/list", run);
		}
	}

	/** A call for each member. */
	private void write() throws IOException, InterruptedException {
		say("WeCom: writing at " + RATE + " calls a minute");
		try (Sandbox sandbox = new Sandbox("--members", "0", "--limit-minute", Integer.toString(RATE))) {
			Path home = home();
			Path file = people(RATED_CALLS, 20);
			job(home, "write", excel(file) + sandbox.wecom("target", "import-from: 1000000", rate(RATE)));
			MeasuredProcess run = run(home, sandbox, "write", 0);
			rated("creating " + RATED_CALLS + " members one by one", sandbox, "user/create", run);
		}
	}

	private void rated(String what, Sandbox sandbox, String call, MeasuredProcess run)
			throws IOException, InterruptedException {
		Calls calls = sandbox.calls();
		double perMinute = calls.of(call) / (seconds(run) / 60);
		row(what, calls.all(), run, String.format(Locale.ROOT, "%.0f %% of the rate, %d refused as too many (45009)",
				100 * perMinute / RATE, calls.refused(45009)), "95 %, 0");
	}

	/** A first load through files; the same again, unchanged. */
	private void load() throws IOException, InterruptedException {
		say("WeCom: a first load of " + IMPORTED + " members by files");
		try (Sandbox sandbox = new Sandbox("--members", "0", "--limit-minute", Integer.toString(CEILING))) {
			Path home = home();
			int departments = UNCHANGED / 100;
			job(home, "departments", excel(people(departments, departments))
					+ sandbox.wecom("target", "detail: full", "import-from: 1"));
			job(home, "load", excel(people(IMPORTED, departments))
					+ sandbox.wecom("target", "detail: full", "import-from: 1000"));
			job(home, "more", excel(people(UNCHANGED, departments))
					+ sandbox.wecom("target", "detail: full", "import-from: 1000"));
			run(home, sandbox, "departments", 0);
			long before = sandbox.calls().all();
			MeasuredProcess loaded = run(home, sandbox, "load", 0);
			double ceiling = 60.0 * IMPORTED / CEILING;
			row(String.format(Locale.ROOT, "first load of %,d members by files, into %,d departments", IMPORTED,
					departments), sandbox.calls().all() - before, loaded,
					String.format(Locale.ROOT, "%.0f %% of the %.0f s of single calls at the ceiling",
							100 * seconds(loaded) / ceiling, ceiling),
					"10 %");
			run(home, sandbox, "more", 0);
			unchanged(home, sandbox, "more", "names asked for", "15 calls, and one for the names of each department");
			job(home, "ids", excel(people(UNCHANGED, departments)) + sandbox.wecom("target", "import-from: 1000"));
			// What these credentials are not shown is written once, and remembered.
			run(home, sandbox, "ids", 0);
			unchanged(home, sandbox, "ids", "ids only", "15 calls");
		}
	}

	private void unchanged(Path home, Sandbox sandbox, String job, String how, String wanted)
			throws IOException, InterruptedException {
		long before = sandbox.calls().all();
		MeasuredProcess unchanged = run(home, sandbox, job, 0);
		long calls = sandbox.calls().all() - before;
		row(String.format(Locale.ROOT, "%,d members unchanged, %s", UNCHANGED, how), calls, unchanged, calls + " calls",
				wanted);
	}

	private void row(String what, long calls, MeasuredProcess run, String measured, String wanted) {
		this.rows.add(String.format(Locale.ROOT, "| %s | %,d | %.1f | %s | %s |", what, calls, seconds(run), measured,
				wanted));
	}

	private MeasuredProcess run(Path home, Sandbox sandbox, String job, int expected)
			throws IOException, InterruptedException {
		Map<String, String> environment = new HashMap<>(sandbox.environment);
		environment.putAll(Map.of("ROLLCALL_HOME", home.toString(), "ROLLCALL_LANG", "en"));
		return MeasuredProcess.of(List.of(launcher(), "run", job), environment, this.work.resolve("output.txt"),
				expected);
	}

	private Path home() throws IOException {
		Path home = this.work.resolve("wecom-home");
		Folder.delete(home);
		Files.createDirectories(home.resolve("jobs"));
		return home;
	}

	private static void job(Path home, String name, String yaml) throws IOException {
		Files.writeString(home.resolve("jobs").resolve(name + ".yaml"), yaml + """
				match: {members: [userid], departments: [id, path]}
				operations: [create, update]
				limits: {create: {cap: 1000000, floor: 1000000}, update: {cap: 1000000, floor: 1000000}}
				""");
	}

	private static String excel(Path file) {
		return "source: {connector: excel, file: " + file + "}\n";
	}

	private static String rate(int minute) {
		return "rate: {minute: " + minute + ", hour: " + 60 * minute + "}";
	}

	/** People in as many departments, as an export would list them. */
	private Path people(int members, int departments) throws IOException {
		Path file = this.work.resolve("people-" + members + "-" + departments + ".csv");
		StringBuilder text = new StringBuilder("姓名,账号,部门,手机,职务\n");
		for (int i = 0; i < members; i++) {
			int department = i % departments;
			text.append("员工" + i + ",p" + i + ",示例科技有限公司/" + department % 20 + "部/" + department + "组,"
					+ (13_000_000_000L + i) + ",工程师\n");
		}
		Files.writeString(file, text);
		return file;
	}

	private String launcher() {
		return this.root.resolve("scripts/rollcall").toString();
	}

	private static double seconds(MeasuredProcess run) {
		return run.wall().toNanos() / 1e9;
	}

	private static void say(String what) {
		System.err.println(what);
	}

	/** The look-alike, a process of its own. */
	private final class Sandbox implements AutoCloseable {

		private final Process process;

		private final URI base;

		private final Map<String, String> environment;

		Sandbox(String... options) throws IOException {
			List<String> command = new ArrayList<>(
					List.of(launcher(), "sandbox", "wecom", "--port", "0", "--latency", Integer.toString(LATENCY)));
			command.addAll(List.of(options));
			this.process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			BufferedReader out = new BufferedReader(
					new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8));
			JsonNode greeting = new ObjectMapper().readTree(out.readLine());
			this.base = URI.create(greeting.get("baseUrl").asText());
			this.environment = Map.of("WECOM_BASE_URL", this.base.toString(), "WECOM_CORP_ID",
					greeting.get("corpId").asText(), "WECOM_CONTACT_SECRET", greeting.get("contactSecret").asText(),
					"WECOM_APP_SECRET", greeting.get("appSecret").asText());
		}

		String wecom(String side, String... settings) {
			return side + ":\n  connector: wecom\n  base-url: ${WECOM_BASE_URL}\n  corp-id: ${WECOM_CORP_ID}\n"
					+ "  contact-secret: ${WECOM_CONTACT_SECRET}\n  app-secret: ${WECOM_APP_SECRET}\n  "
					+ String.join("\n  ", settings) + "\n";
		}

		Calls calls() throws IOException, InterruptedException {
			HttpResponse<String> answer = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(this.base.resolve("/__sandbox/calls"))
					.timeout(Duration.ofSeconds(30))
					.build(), HttpResponse.BodyHandlers.ofString());
			return new Calls(new ObjectMapper().readTree(answer.body()));
		}

		@Override
		public void close() {
			this.process.destroy();
			this.process.onExit().join();
		}

	}

	/** What the look-alike was called for. */
	private record Calls(JsonNode json) {

		long all() {
			return this.json.get("total").asLong();
		}

		long of(String call) {
			long count = 0;
			for (JsonNode codes : this.json.get("calls").path(call)) {
				count += codes.asLong();
			}
			return count;
		}

		long refused(int code) {
			long count = 0;
			for (JsonNode codes : this.json.get("calls")) {
				count += codes.path(Integer.toString(code)).asLong();
			}
			return count;
		}

	}

}
