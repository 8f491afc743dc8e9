package dev.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Writes what was measured as Markdown. */
final class BenchmarkReport {

	/** The section that is always there, and comes last. */
	static final String LAST = "## All figures";

	private final List<Measurements> sizes;

	private final Series starts;

	private final int runs;

	private final List<String> sections;

	private final StringBuilder text = new StringBuilder();

	BenchmarkReport(List<Measurements> sizes, Series starts, int runs, String... sections) {
		this.sizes = sizes;
		this.starts = starts;
		this.runs = runs;
		this.sections = List.of(sections);
	}

	String markdown() {
		line("# Benchmarks");
		line("");
		line("Written by `scripts/bench`; how it measures is told in its first lines.");
		line("");
		line("Machine: " + machine() + ". " + LocalDate.now(ZoneId.systemDefault()) + ", medians of " + this.runs
				+ " runs, every run a whole process from start to end, what stands still and Rollcall in turns.");
		line("Workbooks: 14 columns, three departments to a hundred members, Chinese text, shared strings. "
				+ "All with `-Xmx512m`, except for the bare insert, which has its rows in memory before the clock starts.");
		limits();
		growth();
		this.sections.forEach((section) -> this.text.append('\n').append(section));
		figures();
		return this.text.toString();
	}

	private void limits() {
		line("");
		line("## Against what stands still");
		line("");
		line("*Allowed* is computed from the figures of the same session: a first load 2 × (fastest read + bare insert); "
				+ "nothing changed 1.5 × fastest read + bare read-back; one in a hundred changed 0.3 × fastest read more.");
		line("");
		line("| members | run | took s | allowed s | of what is allowed | peak MiB |");
		line("|---|---|---|---|---|---|");
		for (Measurements size : this.sizes) {
			limit(size, "first load", size.firstLoad(), size.allowedFirstLoad());
			limit(size, "nothing changed", size.unchanged(), size.allowedUnchanged());
			limit(size, "1 % changed", size.changed(), size.allowedChanged());
		}
		line("");
		line(String.format(Locale.ROOT, "Start (`jobs`): %.2f s (%.2f to %.2f), allowed 1.5 s.", this.starts.wall(),
				this.starts.shortest(), this.starts.longest()));
	}

	private void limit(Measurements size, String run, Series took, double allowed) {
		line(String.format(Locale.ROOT, "| %,d | %s | %.2f | %.2f | %.0f %% | %.0f |", size.members(), run, took.wall(),
				allowed, 100 * took.wall() / allowed, took.peak()));
	}

	private void growth() {
		line("");
		line("## Growth");
		line("");
		line("Microseconds of wall time for each member, the start taken off.");
		line("");
		line("| members | first load | nothing changed | 1 % changed |");
		line("|---|---|---|---|");
		for (Measurements size : this.sizes) {
			line(String.format(Locale.ROOT, "| %,d | %.1f | %.1f | %.1f |", size.members(),
					each(size, size.firstLoad()), each(size, size.unchanged()), each(size, size.changed())));
		}
	}

	private double each(Measurements size, Series took) {
		return (took.wall() - this.starts.wall()) * 1e6 / size.members();
	}

	private void figures() {
		line("");
		line(LAST);
		line("");
		line("| members | process | wall s | from | to | CPU s | peak MiB |");
		line("|---|---|---|---|---|---|---|");
		for (Measurements size : this.sizes) {
			figure(size, "fastest read", size.read());
			figure(size, "bare insert", size.insert());
			figure(size, "bare read-back", size.readBack());
			figure(size, "Rollcall, first load", size.firstLoad());
			figure(size, "Rollcall, nothing changed", size.unchanged());
			figure(size, "Rollcall, 1 % changed", size.changed());
		}
	}

	private void figure(Measurements size, String process, Series took) {
		line(String.format(Locale.ROOT, "| %,d | %s | %.2f | %.2f | %.2f | %.1f | %.0f |", size.members(), process,
				took.wall(), took.shortest(), took.longest(), took.cpu(), took.peak()));
	}

	private static String machine() {
		return Runtime.getRuntime().availableProcessors() + " processors (" + processor() + "), "
				+ System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java "
				+ System.getProperty("java.version");
	}

	private static String processor() {
		try {
			return Files.readAllLines(Path.of("/proc/cpuinfo"))
				.stream()
				.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse("unknown");
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

}
