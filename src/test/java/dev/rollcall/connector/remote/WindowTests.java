package dev.rollcall.connector.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WindowTests {

	private static final long MILLI = 1_000_000;

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private static final long MINUTE = Duration.ofMinutes(1).toNanos();

	@Test
	void letsAsManyThroughAsTheLimitAndNoMore() {
		Window window = new Window(2, MINUTE);
		window.begin();
		assertThat(window.remaining(0)).isZero();
		window.begin();
		assertThat(window.remaining(0)).isEqualTo(Window.NEVER);
		window.end(0, 5);
		assertThat(window.remaining(5)).isEqualTo(MINUTE + MINUTE / 1000);
		assertThat(window.remaining(5 + MINUTE)).isEqualTo(MINUTE / 1000);
		assertThat(window.remaining(5 + MINUTE + MINUTE / 1000)).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "1,1,50", "60,16,50", "600,16,50", "9000,16,50", "9000,16,1", "1000,40,900" })
	void neverLetsWeComSeeMoreInAnyMinuteAndUsesNearlyAllOfIt(int limit, int callers, int slowest) {
		Random random = new Random(limit * 31L + callers);
		Way way = (at) -> {
			long takes = (1 + random.nextInt(slowest)) * MILLI;
			return new Call(takes, (long) (random.nextDouble() * takes));
		};
		List<Long> seen = simulate(new Window(limit, MINUTE), callers, way, 10 * MINUTE);
		assertThat(atMost(seen, MINUTE)).isEqualTo(limit);
		assertThat(seen.size()).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * limit * 10));
	}

	/**
	 * The way there and the way back take so long each; what comes on top may come before
	 * the vendor counts or behind.
	 */
	@ParameterizedTest
	@CsvSource({ "40,8,25,1", "40,8,25,20", "20,8,100,10", "100,16,40,5", "5,3,0,3", "40,64,100,50" })
	void losesNothingOfASecondToWhatEveryCallTakes(int limit, int callers, int way, int more) {
		Random random = new Random(limit * 31L + way);
		List<Long> seen = simulate(Window.ofShifted(limit, SECOND), callers, (at) -> {
			long longer = random.nextInt(1000 * more) * MILLI / 1000;
			return new Call(2L * way * MILLI + longer, way * MILLI + (long) (random.nextDouble() * longer));
		}, 100 * SECOND);
		assertThat(atMost(seen, SECOND)).isEqualTo(limit);
		assertThat(seen.size()).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * limit * 100));
	}

	@Test
	void whenCallsBecomeSwifterNoMoreAreTooManyThanGoOnSideBySide() {
		long change = 30 * SECOND;
		List<Long> seen = simulate(Window.ofShifted(40, SECOND), 8, (at) -> {
			long takes = ((at < change) ? 150 : 5) * MILLI;
			return new Call(takes, takes);
		}, 60 * SECOND);
		assertThat(atMost(seen, SECOND)).isBetween(41, 48);
		assertThat(atMost(seen.stream().filter((moment) -> moment > change + 2 * SECOND).toList(), SECOND))
			.isEqualTo(40);
	}

	/** How many calls there were in any span, at most. */
	private static int atMost(List<Long> seen, long span) {
		int most = 0;
		int first = 0;
		for (int last = 0; last < seen.size(); last++) {
			while (seen.get(last) - seen.get(first) >= span) {
				first++;
			}
			most = Math.max(most, last - first + 1);
		}
		return most;
	}

	/** What a call is like that begins at a moment. */
	private interface Way {

		Call at(long moment);

	}

	/**
	 * A call.
	 *
	 * @param takes until its answer is there
	 * @param seen until the vendor counts it
	 */
	private record Call(long takes, long seen) {

	}

	/** A call that is under way. */
	private record UnderWay(long begun, long end) {

	}

	/** When the vendor counts the calls of several callers. */
	private static List<Long> simulate(Window window, int callers, Way way, long length) {
		PriorityQueue<UnderWay> underWay = new PriorityQueue<>(Comparator.comparingLong(UnderWay::end));
		List<Long> seen = new ArrayList<>();
		long now = 0;
		while (now < length) {
			long wait = (underWay.size() < callers) ? window.remaining(now) : Window.NEVER;
			if (wait == 0) {
				Call call = way.at(now);
				window.begin();
				underWay.add(new UnderWay(now, now + call.takes()));
				seen.add(now + call.seen());
			}
			else {
				long free = (wait == Window.NEVER) ? Window.NEVER : now + wait;
				long end = underWay.isEmpty() ? Window.NEVER : underWay.peek().end();
				now = Math.min(free, end);
				if (now == end) {
					window.end(underWay.remove().begun(), now);
				}
			}
		}
		return seen.stream().filter((moment) -> moment < length).sorted().toList();
	}

}
