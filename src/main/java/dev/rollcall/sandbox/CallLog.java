package dev.rollcall.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a look-alike was called for: how often, with which codes, and the last calls one
 * by one. Never holds a secret, a token or a body. Safe for use by many threads.
 */
public final class CallLog {

	private static final int KEPT = 1000;

	private final Map<String, Map<String, Long>> counts = new TreeMap<>();

	private final Deque<Line> last = new ArrayDeque<>();

	private long total;

	private int mostAtOnce;

	/**
	 * One call.
	 *
	 * @param number counted from 1
	 * @param call its kind
	 * @param code the vendor's code, or what happened instead of an answer
	 * @param query the parameters that are no secrets
	 */
	public record Line(long number, String call, String code, Map<String, String> query) {

		public Line {
			query = Map.copyOf(query);
		}

	}

	/** How often there was a call of a kind, whatever came of it. */
	public synchronized long count(String call) {
		return this.counts.getOrDefault(call, Map.of()).values().stream().mapToLong(Long::longValue).sum();
	}

	/** How often a call of a kind was answered with a code. */
	public synchronized long count(String call, String code) {
		return this.counts.getOrDefault(call, Map.of()).getOrDefault(code, 0L);
	}

	/** How often a code was given, in calls of all kinds. */
	public synchronized long code(String code) {
		return this.counts.values().stream().mapToLong((codes) -> codes.getOrDefault(code, 0L)).sum();
	}

	public synchronized long total() {
		return this.total;
	}

	/** How many calls were going on at the same time, at most. */
	public synchronized int mostAtOnce() {
		return this.mostAtOnce;
	}

	/** How often each kind of call was answered with each code. */
	public synchronized Map<String, Map<String, Long>> counts() {
		Map<String, Map<String, Long>> copy = new TreeMap<>();
		this.counts.forEach((call, codes) -> copy.put(call, new TreeMap<>(codes)));
		return copy;
	}

	/** The last calls, the oldest first. */
	public synchronized List<Line> last(int many) {
		List<Line> lines = new ArrayList<>(this.last);
		return List.copyOf(lines.subList(Math.max(0, lines.size() - many), lines.size()));
	}

	/** Begins anew. */
	public synchronized void clear() {
		this.counts.clear();
		this.last.clear();
		this.total = 0;
		this.mostAtOnce = 0;
	}

	synchronized void add(String call, String code, Map<String, String> query, int atOnce) {
		this.total++;
		this.mostAtOnce = Math.max(this.mostAtOnce, atOnce);
		this.counts.computeIfAbsent(call, (kind) -> new TreeMap<>()).merge(code, 1L, Long::sum);
		this.last.addLast(new Line(this.total, call, code, query));
		if (this.last.size() > KEPT) {
			this.last.removeFirst();
		}
	}

}
