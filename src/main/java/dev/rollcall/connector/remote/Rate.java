package dev.rollcall.connector.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.Message;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often something may be called; 0 where that span does not matter.
 *
 * @param second in any second
 * @param minute in any 60 seconds
 * @param hour in any 60 minutes
 */
public record Rate(@DefaultValue("0") int second, @DefaultValue("0") int minute, @DefaultValue("0") int hour) {

	public Rate {
		boolean some = second > 0 || minute > 0 || hour > 0;
		boolean growing = isAtLeast(minute, second) && isAtLeast(hour, second) && isAtLeast(hour, minute);
		if (!some || second < 0 || minute < 0 || hour < 0 || !growing) {
			throw new SettingsException(Message.of("remote.settings.rate", second, minute, hour));
		}
	}

	public static Rate perSecond(int calls) {
		return new Rate(calls, 0, 0);
	}

	/** By the minute and by the hour. */
	public static Rate of(int minute, int hour) {
		return new Rate(0, minute, hour);
	}

	/** How many calls may be made in which span, the shortest first. */
	Map<Duration, Integer> spans() {
		Map<Duration, Integer> spans = new LinkedHashMap<>();
		put(spans, Duration.ofSeconds(1), this.second);
		put(spans, Duration.ofMinutes(1), this.minute);
		put(spans, Duration.ofHours(1), this.hour);
		return spans;
	}

	/**
	 * How long so many calls take as fast as they are allowed to go: whole spans for as
	 * often as a limit is used up, the rest at the pace of the shortest span.
	 */
	public Duration atBest(long calls) {
		Duration time = Duration.ZERO;
		Duration steady = Duration.ZERO;
		long left = calls;
		List<Map.Entry<Duration, Integer>> spans = new ArrayList<>(spans().entrySet());
		for (int i = spans.size() - 1; i >= 0; i--) {
			Duration span = spans.get(i).getKey();
			int limit = spans.get(i).getValue();
			long whole = (i == 0) ? 0 : Math.max(0, left - 1) / limit;
			time = time.plus(span.multipliedBy(whole));
			left -= whole * limit;
			steady = span.multipliedBy(calls).dividedBy(limit);
			time = (i == 0) ? time.plus(span.multipliedBy(left).dividedBy(limit)) : time;
		}
		return (steady.compareTo(time) > 0) ? steady : time;
	}

	private static void put(Map<Duration, Integer> spans, Duration span, int limit) {
		if (limit > 0) {
			spans.put(span, limit);
		}
	}

	private static boolean isAtLeast(int longer, int shorter) {
		return longer == 0 || longer >= shorter;
	}

}
