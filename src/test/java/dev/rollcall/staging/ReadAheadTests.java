package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Reading ahead changes nothing but the time it takes. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadAheadTests {

	@Test
	void givesEverythingInItsOrder() {
		for (int count : List.of(0, 1, 999, 1000, 1001, 12_345)) {
			List<Integer> read = new ArrayList<>();
			try (ReadAhead<Integer> ahead = ahead(numbers(count))) {
				ahead.forEachRemaining(read::add);
				assertThat(read).hasSize(count).isSorted().doesNotHaveDuplicates();
				assertThat(ahead.hasNext()).isFalse();
				assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(ahead::next);
			}
		}
	}

	@Test
	void failsWhereReadingFailsAndNeverLooksAsIfItHadEndedThere() {
		try (ReadAhead<Integer> ahead = ahead(failing(2500, new IllegalArgumentException("broken")))) {
			List<Integer> read = new ArrayList<>();
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> ahead.forEachRemaining(read::add))
				.withMessage("broken");
			assertThat(read).hasSizeBetween(2000, 2500).isSorted();
			assertThatExceptionOfType(IllegalArgumentException.class).as("asked again").isThrownBy(ahead::hasNext);
		}
	}

	@Test
	void failsWhenReadingCannotEvenBegin() {
		try (ReadAhead<Integer> ahead = new ReadAhead<>("test", 1000, () -> {
			throw new IllegalStateException("no such table");
		})) {
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(ahead::hasNext)
				.withMessage("no such table");
		}
	}

	@Test
	void doesNotLetAnybodyWaitForEverWhenTheMachineGivesUp() {
		try (ReadAhead<Integer> ahead = ahead(failing(5, new StackOverflowError()))) {
			assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> ahead.forEachRemaining((item) -> {
			}));
		}
	}

	@Test
	void readsOnlyALittleAhead() {
		AtomicInteger taken = new AtomicInteger();
		Iterator<Integer> counted = IntStream.range(0, 1_000_000).peek((number) -> taken.incrementAndGet()).iterator();
		try (ReadAhead<Integer> ahead = ahead(counted)) {
			assertThat(ahead.next()).isZero();
			assertThat(taken.get()).isLessThan(10_000);
		}
	}

	@Test
	void endsItsThreadWhenItIsClosedInTheMiddle() throws InterruptedException {
		String name = "ahead-" + UUID.randomUUID();
		ReadAhead<Integer> ahead = new ReadAhead<>(name, 1000, () -> numbers(1_000_000));
		ahead.next();
		Thread thread = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((running) -> running.getName().equals(name))
			.findFirst()
			.orElseThrow();
		ahead.close();
		thread.join(TimeUnit.SECONDS.toMillis(10));
		assertThat(thread.isAlive()).isFalse();
	}

	private static ReadAhead<Integer> ahead(Iterator<Integer> items) {
		return new ReadAhead<>("test", 1000, () -> items);
	}

	private static Iterator<Integer> numbers(int count) {
		return IntStream.range(0, count).iterator();
	}

	private static Iterator<Integer> failing(int after, Throwable failure) {
		return IntStream.range(0, after + 1).peek((number) -> {
			if (number == after) {
				if (failure instanceof Error error) {
					throw error;
				}
				throw (RuntimeException) failure;
			}
		}).iterator();
	}

}
