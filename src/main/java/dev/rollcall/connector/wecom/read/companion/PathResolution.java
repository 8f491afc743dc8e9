package dev.rollcall.connector.wecom.read.companion;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.connector.wecom.read.ids.DepartmentIdTree;

/**
 * Finds out which path of a companion is which of WeCom's departments, without guessing.
 *
 * <p>
 * A path at which somebody is means the department that holds more than half of its
 * members, if more than half of the department's members are at that path, if two or more
 * say so or all of one, and if no other pair says the same. A path at which nobody is
 * means the department above those that its children mean, likewise weighed by the
 * members below. A pair whose parents are known to be another pair is given up, and so
 * are two of one name below one parent.
 *
 * <p>
 * As long as every department has kept more than half of those who were there, and is
 * made up of them by more than half, what is found is right.
 */
public final class PathResolution {

	private static final int NONE = NamedTree.NONE;

	private final NamedTree paths;

	private final DepartmentIdTree departments;

	private final Votes votes;

	/** For each path its department. */
	private final int[] meant;

	private final Doubt[] doubts;

	/** For each department its path. */
	private final int[] claimed;

	/** For each path that is resolved, how many members below say so. */
	private final int[] strength;

	private PathResolution(NamedTree paths, DepartmentIdTree departments, Votes votes) {
		this.paths = paths;
		this.departments = departments;
		this.votes = votes;
		this.meant = filled(paths.size());
		this.claimed = filled(departments.size());
		this.strength = new int[paths.size()];
		this.doubts = new Doubt[paths.size()];
		Arrays.fill(this.doubts, Doubt.NONE);
	}

	/** Resolves all paths. */
	public static Resolution resolve(NamedTree paths, DepartmentIdTree departments, Votes votes) {
		PathResolution resolution = new PathResolution(paths, departments, votes);
		resolution.byMembers();
		resolution.byChildren();
		resolution.giveUpMoved();
		resolution.giveUpTwins();
		return new Resolution(resolution.meant, resolution.doubts);
	}

	private static int[] filled(int size) {
		int[] filled = new int[size];
		Arrays.fill(filled, NONE);
		return filled;
	}

	private void byMembers() {
		int[] rivals = new int[this.departments.size()];
		int[] candidates = new int[this.paths.size()];
		int[] last = filled(this.paths.size());
		for (int path = 0; path < this.paths.size(); path++) {
			for (int department : this.votes.of(path).keySet()) {
				if (isClear(path, department)) {
					rivals[department]++;
					candidates[path]++;
					last[path] = department;
				}
			}
		}
		for (int path = 0; path < this.paths.size(); path++) {
			if (candidates[path] == 1 && rivals[last[path]] == 1) {
				claim(path, last[path]);
			}
			else if (this.votes.at(path) > 0) {
				this.doubts[path] = (candidates[path] > 0) ? Doubt.SEVERAL : Doubt.UNCLEAR;
			}
		}
	}

	private boolean isClear(int path, int department) {
		return Votes.isClear(this.votes.shared(path, department), this.votes.at(path), this.votes.in(department));
	}

	private void claim(int path, int department) {
		this.meant[path] = department;
		this.claimed[department] = path;
		this.strength[path] = this.votes.shared(path, department);
	}

	/** Children come behind their parents, so the way back is from the leaves up. */
	private void byChildren() {
		int[] below = new int[this.paths.size()];
		int[] belowId = belowDepartments();
		Map<Integer, Map<Integer, Integer>> told = new HashMap<>();
		for (int path = this.paths.size() - 1; path >= 0; path--) {
			below[path] += this.votes.at(path);
			Map<Integer, Integer> above = told.getOrDefault(path, Map.of());
			if (this.votes.at(path) == 0 && below[path] > 0) {
				byChildren(path, above, below[path], belowId);
			}
			else if (this.meant[path] != NONE) {
				this.strength[path] += above.getOrDefault(this.meant[path], 0);
			}
			int parent = this.paths.parent(path);
			if (parent != NONE) {
				below[parent] += below[path];
				tell(told, path, parent);
			}
		}
	}

	private void byChildren(int path, Map<Integer, Integer> above, int below, int[] belowId) {
		for (Map.Entry<Integer, Integer> candidate : above.entrySet()) {
			int department = candidate.getKey();
			if (this.claimed[department] == NONE && Votes.isClear(candidate.getValue(), below, belowId[department])) {
				claim(path, department);
				this.strength[path] = candidate.getValue();
			}
		}
		this.doubts[path] = (this.meant[path] != NONE) ? Doubt.NONE : Doubt.UNCLEAR;
	}

	private void tell(Map<Integer, Map<Integer, Integer>> told, int path, int parent) {
		int above = (this.meant[path] != NONE) ? this.departments.parent(this.meant[path]) : NONE;
		if (above != NONE) {
			told.computeIfAbsent(parent, (any) -> new TreeMap<>()).merge(above, this.strength[path], Integer::sum);
		}
	}

	/** How many of the counted members are in each department and below it. */
	private int[] belowDepartments() {
		int[] below = new int[this.departments.size()];
		for (int department = 0; department < below.length; department++) {
			int members = this.votes.in(department);
			int steps = this.departments.depth(department) + 1;
			for (int above = department; steps-- > 0; above = this.departments.parent(above)) {
				below[above] += members;
			}
		}
		return below;
	}

	private void giveUpMoved() {
		int[] before = this.meant.clone();
		for (int path = 0; path < before.length; path++) {
			if (before[path] == NONE) {
				continue;
			}
			int parent = this.paths.parent(path);
			int above = this.departments.parent(before[path]);
			boolean moved = (parent == NONE) ? above != NONE : before[parent] != NONE && before[parent] != above;
			if (moved) {
				giveUp(path, Doubt.MOVED);
			}
		}
	}

	private void giveUpTwins() {
		Map<String, Integer> seen = new HashMap<>();
		for (int path = 0; path < this.meant.length; path++) {
			if (this.meant[path] != NONE) {
				String place = this.departments.parent(this.meant[path]) + "/" + this.paths.name(path);
				Integer twin = seen.putIfAbsent(place, path);
				if (twin != null) {
					giveUp(twin, Doubt.SEVERAL);
					giveUp(path, Doubt.SEVERAL);
				}
			}
		}
	}

	private void giveUp(int path, Doubt doubt) {
		this.meant[path] = NONE;
		this.doubts[path] = doubt;
	}

}
