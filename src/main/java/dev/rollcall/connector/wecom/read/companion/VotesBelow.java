package dev.rollcall.connector.wecom.read.companion;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.rollcall.connector.wecom.ids.DepartmentIdTree;

/**
 * The same count for paths at which nobody is: everybody below them counts, each member
 * once, against everybody below a department of the same depth.
 */
final class VotesBelow {

	private final NamedTree paths;

	private final DepartmentIdTree departments;

	private final Votes votes;

	private final int[] belowPath;

	private final int[] belowDepartment;

	private final Map<Integer, Map<Integer, Integer>> shared = new HashMap<>();

	VotesBelow(NamedTree paths, DepartmentIdTree departments, Votes votes) {
		this.paths = paths;
		this.departments = departments;
		this.votes = votes;
		this.belowPath = new int[paths.size()];
		this.belowDepartment = new int[departments.size()];
		votes.forEach(this::count);
	}

	private void count(Votes.Places places, int members) {
		Set<Integer> above = new TreeSet<>();
		places.paths().forEach((path) -> this.paths.lineage(path).forEach(above::add));
		Set<Integer> aboveIds = new TreeSet<>();
		places.departments().forEach((department) -> this.departments.lineage(department).forEach(aboveIds::add));
		above.forEach((path) -> this.belowPath[path] += members);
		aboveIds.forEach((department) -> this.belowDepartment[department] += members);
		for (int path : above) {
			for (int department : (this.votes.at(path) == 0) ? aboveIds : Set.<Integer>of()) {
				if (this.paths.depth(path) == this.departments.depth(department)) {
					this.shared.computeIfAbsent(path, (any) -> new TreeMap<>())
						.merge(department, members, Integer::sum);
				}
			}
		}
	}

	/** The departments in which some of those below a path are, with how many. */
	Map<Integer, Integer> of(int path) {
		return this.shared.getOrDefault(path, Map.of());
	}

	/** How many members the companion has below a path. */
	int below(int path) {
		return this.belowPath[path];
	}

	boolean isClear(int path, int department) {
		return Votes.isClear(of(path).getOrDefault(department, 0), this.belowPath[path],
				this.belowDepartment[department]);
	}

}
