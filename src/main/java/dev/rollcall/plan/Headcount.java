package dev.rollcall.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.rollcall.directory.Placements;
import org.jspecify.annotations.Nullable;

/**
 * How many members there are where. Most are in one department, which costs one look-up;
 * for those who are in several, the combinations are counted, so that nobody is counted
 * twice in a department above. Grows with the departments, not with the members.
 */
final class Headcount {

	/**
	 * Behind so many combinations, members of another one are taken for members of its
	 * first department: memory has to have an end.
	 */
	private static final int MAX_COMBINATIONS = 100_000;

	private final Map<String, long[]> inOne = new HashMap<>();

	private final Map<List<String>, long[]> inSeveral = new HashMap<>();

	private long all;

	/**
	 * Counts members.
	 * @param where the departments they are in, null when unknown
	 * @param count how many; negative to take some away
	 */
	void add(@Nullable Placements where, int count) {
		this.all += count;
		if (where == null || where.list().isEmpty()) {
			return;
		}
		if (where.list().size() == 1) {
			add(this.inOne, where.list().get(0).department(), count);
			return;
		}
		List<String> departments = where.departments().stream().sorted().toList();
		if (this.inSeveral.size() < MAX_COMBINATIONS || this.inSeveral.containsKey(departments)) {
			add(this.inSeveral, departments, count);
		}
		else {
			add(this.inOne, departments.get(0), count);
		}
	}

	/** All of them, also those of whom it is not known where they are. */
	long all() {
		return this.all;
	}

	/** How many are in at least one of some departments, those below not included. */
	long in(Set<String> departments) {
		long count = 0;
		for (String department : departments) {
			long[] there = this.inOne.get(department);
			count += (there != null) ? there[0] : 0;
		}
		for (Map.Entry<List<String>, long[]> combination : this.inSeveral.entrySet()) {
			if (!Collections.disjoint(combination.getKey(), departments)) {
				count += combination.getValue()[0];
			}
		}
		return count;
	}

	/**
	 * How many are in each department or below it.
	 * @param lineage for a department, itself and all above
	 */
	Map<String, Long> below(Function<String, Collection<String>> lineage) {
		Map<String, Long> counts = new HashMap<>();
		this.inOne.forEach((department, count) -> lineage.apply(department)
			.forEach((above) -> counts.merge(above, count[0], Long::sum)));
		this.inSeveral.forEach((departments, count) -> {
			Set<String> all = new LinkedHashSet<>();
			departments.forEach((department) -> all.addAll(lineage.apply(department)));
			all.forEach((above) -> counts.merge(above, count[0], Long::sum));
		});
		return counts;
	}

	private static <K> void add(Map<K, long[]> counts, K where, int count) {
		long[] there = counts.get(where);
		if (there == null) {
			counts.put(where, new long[] { count });
		}
		else {
			there[0] += count;
		}
	}

}
