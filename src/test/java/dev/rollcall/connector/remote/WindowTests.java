package dev.rollcall.connector.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WindowTests {

	private static final long MILLI = 1_000_000;

	private static final long MINUTE = Duration.ofMinutes(1).toNanos();

	@Test
	void letsAsManyThroughAsTheLimitAndNoMore() {
		Window window = new Window(2, MINUTE);
		window.begin();
		assertThat(window.remaining(0)).isZero();
		window.begin();
		assertThat(window.remaining(0)).isEqualTo(Window.NEVER);
		window.end(5);
		assertThat(window.remaining(5)).isEqualTo(MINUTE + MINUTE / 1000);
		assertThat(window.remaining(5 + MINUTE)).isEqualTo(MINUTE / 1000);
		assertThat(window.remaining(5 + MINUTE + MINUTE / 1000)).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "1,1,50", "60,16,50", "600,16,50", "9000,16,50", "9000,16,1", "1000,40,900" })
	void neverLetsWeComSeeMoreInAnyMinuteAndUsesNearlyAllOfIt(int limit, int callers, int slowest) {
		Random random = new Random(limit * 31L + callers);
		List<Long> seen = simulate(limit, callers, slowest, random);
		Collections.sort(seen);
		for (int i = limit; i < seen.size(); i++) {
			assertThat(seen.get(i) - seen.get(i - limit)).as("%d calls", limit + 1).isGreaterThan(MINUTE);
		}
		long minutes = 10;
		long within = seen.stream().filter((moment) -> moment < minutes * MINUTE).count();
		assertThat(within).isGreaterThanOrEqualTo((long) Math.ceil(0.95 * limit * minutes));
	}

	/**
	 * When WeCom sees the calls of several callers, each somewhere while it is under way.
	 */
	private static List<Long> simulate(int limit, int callers, int slowest, Random random) {
		Window window = new Window(limit, MINUTE);
		PriorityQueue<Long> underWay = new PriorityQueue<>();
		List<Long> seen = new ArrayList<>();
		long now = 0;
		while (now < 10 * MINUTE) {
			long wait = (underWay.size() < callers) ? window.remaining(now) : Window.NEVER;
			if (wait == 0) {
				long takes = (1 + random.nextInt(slowest)) * MILLI;
				window.begin();
				underWay.add(now + takes);
				seen.add(now + (long) (random.nextDouble() * takes));
			}
			else {
				long free = (wait == Window.NEVER) ? Window.NEVER : now + wait;
				long end = underWay.isEmpty() ? Window.NEVER : underWay.peek();
				now = Math.min(free, end);
				if (now == end) {
					underWay.remove();
					window.end(now);
				}
			}
		}
		return seen;
	}

}
