package dev.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.staging.Folder;

/**
 * Runs jobs of the packaged program against look-alikes, and keeps a table of what was
 * measured.
 */
final class Rehearsals {

	private final Path root;

	private final Path work;

	private final String name;

	private final List<String> rows = new ArrayList<>();

	/**
	 * A place to run jobs in.
	 * @param root the folder of the project
	 * @param work where files may be put
	 * @param name of the folder that is for these runs only
	 */
	Rehearsals(Path root, Path work, String name) {
		this.root = root;
		this.work = work;
		this.name = name;
	}

	Path launcher() {
		return this.root.resolve("scripts/rollcall");
	}

	/** Forgets all runs there have been. */
	void beginAnew() throws IOException {
		Folder.delete(home());
		Files.createDirectories(home().resolve("jobs"));
	}

	/** A job that creates and updates whatever there is to create and update. */
	void job(String job, String source, String target) throws IOException {
		Files.writeString(home().resolve("jobs").resolve(job + ".yaml"), source + target + """
				match: {members: [userid], departments: [id, path]}
				operations: [create, update]
				limits: {create: {cap: 1000000, floor: 1000000}, update: {cap: 1000000, floor: 1000000}}
				""");
	}

	static String excel(Path file) {
		return "source: {connector: excel, file: " + file + "}\n";
	}

	MeasuredProcess run(String job, Sandbox... sandboxes) throws IOException, InterruptedException {
		Map<String, String> environment = new HashMap<>();
		for (Sandbox sandbox : sandboxes) {
			environment.putAll(sandbox.environment());
		}
		environment.putAll(Map.of("ROLLCALL_HOME", home().toString(), "ROLLCALL_LANG", "en"));
		return MeasuredProcess.of(List.of(launcher().toString(), "run", job), environment,
				this.work.resolve("output.txt"), 0);
	}

	/** What was measured must have been done, too. */
	void expect(int changes) throws IOException {
		int done = LastReport.of(home()).changesOfMembers();
		if (done != changes) {
			throw new IllegalStateException(done + " changes of members were done instead of " + changes);
		}
	}

	/** People in as many departments, as an export would list them. */
	Path people(int members, int departments) throws IOException {
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

	void row(String what, long calls, double seconds, String measured, String wanted) {
		this.rows
			.add(String.format(Locale.ROOT, "| %s | %,d | %.1f | %s | %s |", what, calls, seconds, measured, wanted));
	}

	/** The section of the report. */
	String markdown(String title, String introduction) {
		StringBuilder text = new StringBuilder(title).append("\n\n").append(introduction).append("\n\n");
		text.append("| what | calls | took s | measured | wanted |\n|---|---|---|---|---|\n");
		this.rows.forEach((row) -> text.append(row).append('\n'));
		return text.toString();
	}

	private Path home() {
		return this.work.resolve(this.name + "-home");
	}

}
