package dev.rollcall.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How large the database is behind so many runs, each of which changes something: by the
 * number of the run, in bytes; and when all that may go has gone.
 *
 * @param members how many members the workbooks have
 * @param sizes the size behind some of the runs
 * @param pruned the size behind the prune
 */
record GrowthOverRuns(int members, Map<Integer, Long> sizes, long pruned) {

	/** Behind which runs the size is told. */
	static final List<Integer> RUNS = List.of(2, 10, 50);

	static final String TITLE = "## Growth over runs";

	GrowthOverRuns {
		sizes = new LinkedHashMap<>(sizes);
	}

	/** Does as many runs as are needed. */
	static GrowthOverRuns measure(int members, SizedRuns runs) throws IOException, InterruptedException {
		Map<Integer, Long> sizes = new LinkedHashMap<>();
		for (int run = 1; run <= RUNS.get(RUNS.size() - 1); run++) {
			long size = runs.next(run % 2 == 0);
			if (RUNS.contains(run)) {
				sizes.put(run, size);
			}
		}
		return new GrowthOverRuns(members, sizes, runs.prune());
	}

	/** Carries out runs and tells the size of the database behind each. */
	interface SizedRuns {

		long next(boolean nextMonth) throws IOException, InterruptedException;

		long prune() throws IOException, InterruptedException;

	}

	String markdown() {
		StringBuilder text = new StringBuilder(TITLE).append("\n\n");
		text.append(String.format(Locale.ROOT,
				"%,d members; each run changes one in a hundred, to next month's workbook or back. The size is that of"
						+ " `var/db`. What stays of a run are its changes, until `prune`; what it has read goes away"
						+ " with it.%n%n",
				this.members));
		text.append("| behind run | MB | of the size behind run 2 |\n|---|---|---|\n");
		double first = this.sizes.getOrDefault(RUNS.get(0), 1L);
		this.sizes.forEach((run, size) -> text
			.append(String.format(Locale.ROOT, "| %d | %.1f | %.2f |%n", run, size / 1e6, size / first)));
		text.append(String.format(Locale.ROOT, "| %d, and `prune --keep 0m` | %.1f | %.2f |%n",
				RUNS.get(RUNS.size() - 1), this.pruned / 1e6, this.pruned / first));
		return text.toString();
	}

}
