package dev.rollcall.report;

import java.time.Duration;

/** How long something takes, in words: to the second, for hours to the minute. */
public final class Durations {

	private Durations() {
	}

	/** A length of time; begun seconds and minutes count in full. */
	public static String of(Duration length, Words words) {
		long seconds = length.plusMillis(999).toSeconds();
		if (seconds < 60) {
			return words.of("report.seconds", seconds);
		}
		long minutes = (seconds + 59) / 60;
		return (seconds < 3600) ? words.of("report.minutes", seconds / 60, seconds % 60)
				: words.of("report.hours", minutes / 60, minutes % 60);
	}

}
