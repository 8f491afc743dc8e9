package dev.rollcall.definition;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Message;
import dev.rollcall.plan.OnLeave;
import dev.rollcall.plan.Operations;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * Reads the key {@code on-leave}: a word, or {@code {disable-then-delete-after: 30d}}.
 */
final class LeaveKeys {

	private static final String KEY = "on-leave";

	private static final String WAIT = KEY + ".disable-then-delete-after";

	/** Whoever means longer means never. */
	private static final Duration LONGEST = Duration.ofDays(36_500);

	private LeaveKeys() {
	}

	static LeaveTerms read(KeyBinding keys, Operations operations) {
		Map<String, String> written = keys.below(KEY);
		if (written.isEmpty()) {
			return LeaveTerms.DELETE;
		}
		if (!operations.delete()) {
			keys.complain(KEY, Message.of("definition.on-leave-without-delete"));
		}
		if (written.keySet().equals(Set.of(WAIT))) {
			Duration wait = wait(String.valueOf(keys.text(WAIT)));
			if (wait == null) {
				keys.complain(WAIT, Message.of("definition.wait", String.valueOf(keys.text(WAIT))));
			}
			return new LeaveTerms(OnLeave.DISABLE_THEN_DELETE, wait);
		}
		return word(keys, written);
	}

	private static LeaveTerms word(KeyBinding keys, Map<String, String> written) {
		String word = written.containsKey(KEY) ? String.valueOf(keys.text(KEY)) : "";
		switch (word) {
			case "delete" -> {
				return LeaveTerms.DELETE;
			}
			case "disable" -> {
				return new LeaveTerms(OnLeave.DISABLE, null);
			}
			default -> {
				String key = written.keySet().iterator().next();
				keys.complain(key, Message.of("definition.on-leave", word.isEmpty() ? key : word));
				return LeaveTerms.DELETE;
			}
		}
	}

	/** A time as Spring binds it, days where no unit is given; null when it is none. */
	private static @Nullable Duration wait(String written) {
		try {
			Duration wait = DurationStyle.detectAndParse(written, ChronoUnit.DAYS);
			return (wait.isNegative() || wait.isZero() || wait.compareTo(LONGEST) > 0) ? null : wait;
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			return null;
		}
	}

}
