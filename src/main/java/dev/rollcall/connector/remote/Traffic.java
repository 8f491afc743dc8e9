package dev.rollcall.connector.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

import dev.rollcall.directory.Message;

/** Counts calls, repeats and waits of all threads, for the report of the run. */
final class Traffic {

	private final Map<Endpoint, LongAdder> calls = new ConcurrentHashMap<>();

	private final String vendor;

	private final Map<Reason, LongAdder> repeats = counters(Reason.class);

	private final Map<Wait, LongAdder> waits = counters(Wait.class);

	/** What is waited for. */
	enum Wait {

		/** The job's own rates. */
		BUDGET("remote.traffic.waited-budget"),

		/** The end of a block by the vendor. */
		BLOCK("remote.traffic.waited-block"),

		/** The moment to try once more. */
		PAUSE("remote.traffic.waited-pause");

		private final String sentence;

		Wait(String sentence) {
			this.sentence = sentence;
		}

	}

	Traffic(String vendor) {
		this.vendor = vendor;
	}

	void called(Endpoint endpoint) {
		this.calls.computeIfAbsent(endpoint, (each) -> new LongAdder()).increment();
	}

	void repeated(Reason reason) {
		count(this.repeats, reason).increment();
	}

	void waited(Wait wait, long nanos) {
		count(this.waits, wait).add(nanos);
	}

	/** What it has come to, one sentence for each thing. */
	List<Message> messages() {
		long all = this.calls.values().stream().mapToLong(LongAdder::sum).sum();
		if (all == 0) {
			return List.of();
		}
		List<Message> messages = new ArrayList<>();
		messages.add(Message.of("remote.traffic.calls", this.vendor, all, byEndpoint()));
		this.repeats.forEach((reason, count) -> {
			if (count.sum() > 0) {
				messages.add(Message.of(reason.sentence(), count.sum()));
			}
		});
		this.waits.forEach((wait, nanos) -> {
			long seconds = Duration.ofNanos(nanos.sum()).toSeconds();
			if (seconds > 0) {
				messages.add(Message.of(wait.sentence, seconds));
			}
		});
		return messages;
	}

	private String byEndpoint() {
		return this.calls.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().sum() > 0)
			.sorted(Comparator.comparing((entry) -> entry.getKey().path()))
			.map((entry) -> entry.getKey().path() + " " + entry.getValue().sum())
			.collect(Collectors.joining(", "));
	}

	private static <K extends Enum<K>> Map<K, LongAdder> counters(Class<K> keys) {
		Map<K, LongAdder> counters = new EnumMap<>(keys);
		for (K key : keys.getEnumConstants()) {
			counters.put(key, new LongAdder());
		}
		return counters;
	}

	private static <K> LongAdder count(Map<K, LongAdder> counters, K key) {
		return Objects.requireNonNull(counters.get(key));
	}

}
