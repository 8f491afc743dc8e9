package dev.rollcall.restart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Chooses where to kill: other places each time, and the same again for the same seed,
 * which {@code -Drollcall.seed} gives.
 */
final class Dice {

	/** Longer than most writes take. */
	private static final int MAX_MICROS = 2_000;

	/**
	 * How many writes follow when a step is noted as completed: its context, and both
	 * once more when the listeners have been told, each with a commit.
	 */
	private static final int BEHIND_THE_END = 5;

	private final long seed = Long.getLong("rollcall.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	/**
	 * Places to kill: the end of a step when Spring Batch has noted that it is completed
	 * and told nobody, or the very end of what is no step; the first write; and others.
	 */
	List<KillPoint> points(Scene scene, String place, int count) {
		int writes = (int) scene.trace().stream().filter((line) -> line.startsWith(place + "#")).count();
		TreeSet<Integer> numbers = new TreeSet<>();
		numbers.add(KillPoint.isStep(place) ? writes - BEHIND_THE_END : writes);
		if (count > 1) {
			numbers.add(1);
		}
		while (numbers.size() < Math.min(count, writes)) {
			numbers.add(1 + this.random.nextInt(writes));
		}
		return new ArrayList<>(numbers.stream().map((number) -> KillPoint.kill(place, number)).toList());
	}

	/** Kills in the middle of writes. */
	List<KillPoint> within(Scene scene, String place, int count) {
		List<KillPoint> points = points(scene, place, count + 2).subList(1, count + 1);
		return points.stream().map((point) -> point.after(1 + this.random.nextInt(MAX_MICROS))).toList();
	}

	/** Some of several places. */
	List<KillPoint> some(int count, List<KillPoint> points) {
		List<KillPoint> shuffled = new ArrayList<>(points);
		Collections.shuffle(shuffled, this.random);
		return shuffled.subList(0, Math.min(count, shuffled.size()));
	}

	/** A number from 0 on. */
	int below(int bound) {
		return this.random.nextInt(bound);
	}

	/** Some numbers of writes, at which nearly all are still to come, or few. */
	List<Integer> writes(Scene scene, int count) {
		List<Integer> writes = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			writes.add(1 + this.random.nextInt(scene.trace().size() * 9 / 10));
		}
		Collections.sort(writes);
		return writes;
	}

	@Override
	public String toString() {
		return "-Drollcall.seed=" + this.seed;
	}

}
