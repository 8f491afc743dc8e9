package dev.rollcall.connector.wecom.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

import dev.rollcall.directory.Message;

/** Counts calls, repeats and waits of all threads, for the report of the run. */
final class Traffic {

	private final Map<CallKind, LongAdder> calls = counters(CallKind.class);

	private final Map<Reason, LongAdder> repeats = counters(Reason.class);

	private final Map<Wait, LongAdder> waits = counters(Wait.class);

	/** What is waited for. */
	enum Wait {

		/** The job's own rates. */
		BUDGET("wecom.traffic.waited-budget"),

		/** The end of a block by WeCom. */
		BLOCK("wecom.traffic.waited-block"),

		/** The moment to try once more. */
		PAUSE("wecom.traffic.waited-pause");

		private final String sentence;

		Wait(String sentence) {
			this.sentence = sentence;
		}

	}

	void called(CallKind kind) {
		count(this.calls, kind).increment();
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
		messages.add(Message.of("wecom.traffic.calls", all, byKind()));
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

	private String byKind() {
		return this.calls.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().sum() > 0)
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
