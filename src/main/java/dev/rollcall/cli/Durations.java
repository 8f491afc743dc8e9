package dev.rollcall.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Times as they are typed: a number and {@code m}, {@code h} or {@code d}. */
final class Durations {

	private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})([mhd])");

	private Durations() {
	}

	/** A time that was typed; null when it is none. */
	static @Nullable Duration parse(String text) {
		Matcher written = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
		if (!written.matches()) {
			return null;
		}
		long amount = Long.parseLong(written.group(1));
		return switch (written.group(2)) {
			case "m" -> Duration.ofMinutes(amount);
			case "h" -> Duration.ofHours(amount);
			default -> Duration.ofDays(amount);
		};
	}

}
