package dev.rollcall.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.rollcall.staging.Folder;
import java.util.Map;

/**
 * Runs the packaged program as an operator would, and beside it, in turns, what stands
 * still: the fastest reader on the same workbook, and plain JDBC on the same tables.
 */
public final class Benchmark {

	private static final String MEMORY = "-Xmx512m";

	private static final int STARTS = 10;

	/** What is measured is how fast it is done, not whether a person has to look. */
	private static final String LIMITS = """
			limits: {create: {cap: 1000000}, update: {cap: 1000000}, move: {cap: 1000000}}
			""";

	/** How many members the workbooks have that are run again and again. */
	private static final int GROWING = 10_000;

	private final Path root;

	private final Path work;

	private final int runs;

	private Benchmark(Path root, Path work, int runs) {
		this.root = root;
		this.work = work;
		this.runs = runs;
	}

	/**
	 * {@code ROOT RUNS MEMBERS...}: the folder of the project, how often everything is
	 * measured, and how many members the workbooks have.
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path root = Path.of(arguments[0]);
		Path work = Files.createDirectories(root.resolve("target/benchmark"));
		if (arguments[1].equals("growth")) {
			int members = (arguments.length > 2) ? Integer.parseInt(arguments[2]) : GROWING;
			replace(root, GrowthOverRuns.TITLE, new Benchmark(root, work, 1).growth(members).markdown());
			return;
		}
		if (arguments[1].equals("wecom")) {
			replace(root, WeComBenchmark.TITLE, new WeComBenchmark(root, work).markdown());
			return;
		}
		if (arguments[1].equals("authing")) {
			int users = (arguments.length > 2) ? Integer.parseInt(arguments[2]) : AuthingBenchmark.USERS;
			replace(root, AuthingBenchmark.TITLE, new AuthingBenchmark(root, work, users).markdown());
			return;
		}
		if (arguments[1].equals("cam")) {
			replace(root, CamBenchmark.TITLE, new CamBenchmark(root, work).markdown());
			return;
		}
		Benchmark benchmark = new Benchmark(root, work, Integer.parseInt(arguments[1]));
		List<Measurements> all = new ArrayList<>();
		for (String members : Arrays.asList(arguments).subList(2, arguments.length)) {
			all.add(benchmark.measure(Integer.parseInt(members)));
		}
		Series starts = benchmark.starts();
		String report = new BenchmarkReport(all, starts, benchmark.runs, benchmark.growth(GROWING).markdown(),
				new WeComBenchmark(root, work).markdown(),
				new AuthingBenchmark(root, work, AuthingBenchmark.USERS).markdown(),
				new CamBenchmark(root, work).markdown())
			.markdown();
		Files.writeString(root.resolve("src/docs/benchmarks.md"), report);
		System.out.println(report);
	}

	private Measurements measure(int members) throws IOException, InterruptedException {
		Path thisMonth = workbook(members, false);
		Path nextMonth = workbook(members, true);
		Measurements measured = new Measurements(members);
		for (int run = 1; run <= this.runs; run++) {
			say(members + " members, " + run + " of " + this.runs + ": what stands still");
			measured.read().add(reader(thisMonth));
			Path bare = empty("bare");
			measured.insert().add(insert(bare, members));
			measured.readBack().add(java(MEMORY, BareDatabase.class, "read", bare.toString()));
			say(members + " members, " + run + " of " + this.runs + ": Rollcall");
			Path home = home();
			measured.firstLoad().add(rollcall(home, thisMonth));
			expect(home, members, "first load");
			measured.unchanged().add(rollcall(home, thisMonth));
			expect(home, 0, "nothing changed");
			measured.changed().add(rollcall(home, nextMonth));
			expect(home, members / 100, "changed");
		}
		return measured;
	}

	/** How long it takes to list the jobs: next to nothing but the start. */
	private Series starts() throws IOException, InterruptedException {
		Path home = home();
		Series starts = new Series();
		for (int i = 0; i <= STARTS; i++) {
			MeasuredProcess start = MeasuredProcess.of(List.of(launcher(), "jobs"), environment(home), output(), 0);
			if (i > 0) {
				starts.add(start);
			}
		}
		return starts;
	}

	private GrowthOverRuns growth(int members) throws IOException, InterruptedException {
		say(members + " members, run after run");
		Path thisMonth = workbook(members, false);
		Path nextMonth = workbook(members, true);
		Path home = home();
		return GrowthOverRuns.measure(members, new GrowthOverRuns.SizedRuns() {
			@Override
			public long next(boolean later) throws IOException, InterruptedException {
				rollcall(home, later ? nextMonth : thisMonth);
				return Folder.bytes(home.resolve("var/db"));
			}

			@Override
			public long prune() throws IOException, InterruptedException {
				MeasuredProcess.of(List.of(launcher(), "prune", "--keep", "0m"), environment(home), output(), 0);
				return Folder.bytes(home.resolve("var/db"));
			}
		});
	}

	/** Puts new figures in the place of those of a section. */
	private static void replace(Path root, String title, String section) throws IOException {
		Path report = root.resolve("src/docs/benchmarks.md");
		String text = Files.readString(report);
		int last = text.indexOf(BenchmarkReport.LAST);
		int from = text.indexOf(title + "\n");
		int start = (from >= 0) ? from : last;
		int end = (from >= 0) ? text.indexOf("\n## ", from) + 1 : last;
		Files.writeString(report, text.substring(0, start) + section + "\n" + text.substring(end));
		System.out.println(section);
	}

	private MeasuredProcess reader(Path workbook) throws IOException, InterruptedException {
		return java(MEMORY, FastestReader.class, workbook.toString());
	}

	/** As long as it says that it took: it holds in memory what it inserts. */
	private MeasuredProcess insert(Path folder, int members) throws IOException, InterruptedException {
		MeasuredProcess process = java("-Xmx3g", BareDatabase.class, "insert", folder.toString(),
				Integer.toString(members));
		return process.lasting(Files.readAllLines(output())
			.stream()
			.filter((line) -> line.startsWith(BareDatabase.NANOSECONDS))
			.map((line) -> Duration.ofNanos(Long.parseLong(line.substring(BareDatabase.NANOSECONDS.length()))))
			.findFirst()
			.orElseThrow());
	}

	private MeasuredProcess java(String memory, Class<?> main, String... arguments)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				memory, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(arguments));
		return MeasuredProcess.of(command, Map.of(), output(), 0);
	}

	private MeasuredProcess rollcall(Path home, Path workbook) throws IOException, InterruptedException {
		return MeasuredProcess.of(List.of(launcher(), "run", "wecom-excel-upsert", "--set", "source.file=" + workbook),
				environment(home), output(), 0);
	}

	/** What was measured must have been done, too. */
	private static void expect(Path home, int changes, String run) throws IOException {
		int done = LastReport.of(home).changesOfMembers();
		if (done != changes) {
			throw new IllegalStateException(run + ": " + done + " changes of members were done instead of " + changes);
		}
	}

	private String launcher() {
		return this.root.resolve("scripts/rollcall").toString();
	}

	private static Map<String, String> environment(Path home) {
		return Map.of("ROLLCALL_HOME", home.toString(), "ROLLCALL_LANG", "en");
	}

	private Path output() {
		return this.work.resolve("output.txt");
	}

	private Path home() throws IOException {
		Path home = empty("home");
		Path jobs = Files.createDirectory(home.resolve("jobs"));
		String job = Files.readString(this.root.resolve("jobs/wecom-excel-upsert.yaml"));
		Files.writeString(jobs.resolve("wecom-excel-upsert.yaml"), job + LIMITS);
		return home;
	}

	private Path workbook(int members, boolean nextMonth) throws IOException {
		Path file = this.work.resolve(members + (nextMonth ? "-next-month.xlsx" : ".xlsx"));
		if (!Files.exists(file)) {
			say("writing " + file.getFileName());
			CompanyWorkbook.write(new Company(members, nextMonth), file);
		}
		return file;
	}

	private Path empty(String name) throws IOException {
		Path folder = this.work.resolve(name);
		if (Files.exists(folder)) {
			Files.walkFileTree(folder, new SimpleFileVisitor<>() {
				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
					Files.delete(file);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
					Files.delete(visited);
					return FileVisitResult.CONTINUE;
				}
			});
		}
		return Files.createDirectories(folder);
	}

	private static void say(String what) {
		System.err.println(what);
	}

}
