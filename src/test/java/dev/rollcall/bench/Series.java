package dev.rollcall.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The same thing measured several times. */
final class Series {

	private final List<MeasuredProcess> runs = new ArrayList<>();

	void add(MeasuredProcess run) {
		this.runs.add(run);
	}

	/** Seconds from start to end. */
	double wall() {
		return median((run) -> seconds(run.wall()));
	}

	double shortest() {
		return this.runs.stream().mapToDouble((run) -> seconds(run.wall())).min().orElse(Double.NaN);
	}

	double longest() {
		return this.runs.stream().mapToDouble((run) -> seconds(run.wall())).max().orElse(Double.NaN);
	}

	/** Seconds of all threads together. */
	double cpu() {
		return median((run) -> seconds(run.cpu()));
	}

	/** MiB. */
	double peak() {
		return median((run) -> run.peak() / 1024.0);
	}

	private double median(ToDoubleFunction<MeasuredProcess> figure) {
		double[] sorted = this.runs.stream().mapToDouble(figure).sorted().toArray();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	private static double seconds(Duration duration) {
		return duration.toNanos() / 1e9;
	}

}
