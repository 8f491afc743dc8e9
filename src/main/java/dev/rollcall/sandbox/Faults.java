package dev.rollcall.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What disturbs calls: by chance, as a {@link Disturbance} says, and on command, one
 * certain call to come. Safe for use by many threads.
 */
public final class Faults {

	private final Map<String, Deque<Fault>> commanded = new TreeMap<>();

	private final Map<String, Long> numbers = new TreeMap<>();

	private final Map<Fault, Long> done = new EnumMap<>(Fault.class);

	private Disturbance disturbance;

	Faults(Disturbance disturbance) {
		this.disturbance = disturbance;
	}

	/** Disturbs otherwise from now on. */
	public synchronized void set(Disturbance other) {
		this.disturbance = other;
		this.numbers.clear();
	}

	/** What disturbs calls now. */
	public synchronized Disturbance disturbance() {
		return this.disturbance;
	}

	/** The next calls of a kind meet with a fault, before chance has its turn. */
	public synchronized void next(String call, Fault fault, int times) {
		for (int i = 0; i < times; i++) {
			this.commanded.computeIfAbsent(call, (kind) -> new ArrayDeque<>()).add(fault);
		}
	}

	/** No fault on command any more. */
	public synchronized void forget() {
		this.commanded.clear();
	}

	/** How often which fault has happened. */
	public synchronized Map<Fault, Long> done() {
		return new EnumMap<>(this.done);
	}

	/** What happens to one call. */
	synchronized Lot draw(String call) {
		long number = this.numbers.merge(call, 1L, Long::sum);
		SplittableRandom chance = new SplittableRandom(
				this.disturbance.seed() * 31 + call.hashCode() * 1_000_003L + number);
		int longer = (this.disturbance.jitter() > 0) ? chance.nextInt(this.disturbance.jitter() + 1) : 0;
		Fault fault = fault(call, chance.nextDouble());
		if (fault != null) {
			this.done.merge(fault, 1L, Long::sum);
		}
		return new Lot(this.disturbance.latency() + longer, fault);
	}

	private @Nullable Fault fault(String call, double drawn) {
		Deque<Fault> waiting = this.commanded.get(call);
		if (waiting != null && !waiting.isEmpty()) {
			return waiting.remove();
		}
		if (!this.disturbance.calls().isEmpty() && !this.disturbance.calls().contains(call)) {
			return null;
		}
		double above = 0;
		for (Fault fault : Fault.values()) {
			above += this.disturbance.shares().getOrDefault(fault, 0.0);
			if (drawn < above) {
				return fault;
			}
		}
		return null;
	}

	/**
	 * What is drawn for one call.
	 *
	 * @param latency how long it takes at least, in milliseconds
	 * @param fault what goes wrong, null when nothing does
	 */
	record Lot(int latency, @Nullable Fault fault) {

	}

}
