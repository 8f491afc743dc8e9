package dev.rollcall.sandbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How calls are disturbed. The same seed disturbs the n-th call of a kind in the same
 * way, in whatever order calls of other kinds come.
 *
 * @param latency how long each call takes at least, in milliseconds
 * @param jitter up to how much longer, in milliseconds
 * @param shares which share of the calls meets with which fault, 0 to 1
 * @param calls only these kinds of calls meet with faults; empty for all
 * @param seed what chance begins with
 */
public record Disturbance(int latency, int jitter, Map<Fault, Double> shares, Set<String> calls, long seed) {

	public static final Disturbance NONE = new Disturbance(0, 0, Map.of(), Set.of(), 1);

	public Disturbance {
		shares = Map.copyOf(shares);
		calls = Set.copyOf(calls);
	}

	public static Disturbance ofLatency(int milliseconds) {
		return new Disturbance(milliseconds, 0, Map.of(), Set.of(), 1);
	}

	/** The same with one more fault. */
	public Disturbance with(Fault fault, double share) {
		Map<Fault, Double> more = new EnumMap<>(Fault.class);
		more.putAll(this.shares);
		more.put(fault, share);
		return new Disturbance(this.latency, this.jitter, more, this.calls, this.seed);
	}

	/** The same with other chances. */
	public Disturbance seeded(long other) {
		return new Disturbance(this.latency, this.jitter, this.shares, this.calls, other);
	}

	/** The same, for these kinds of calls only. */
	public Disturbance only(Set<String> kinds) {
		return new Disturbance(this.latency, this.jitter, this.shares, kinds, this.seed);
	}

}
