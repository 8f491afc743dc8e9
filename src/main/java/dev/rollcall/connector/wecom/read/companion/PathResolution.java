package dev.rollcall.connector.wecom.read.companion;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

import dev.rollcall.connector.wecom.ids.DepartmentIdTree;

/**
 * Finds out which path of a companion is which of WeCom's departments, without guessing.
 *
 * <p>
 * A path at which somebody is means the department that holds more than half of its
 * members, if more than half of the department's members are at that path, if two or more
 * say so or all of one, and if no other pair says the same. A path at which nobody is
 * means the department of the same depth of which that holds for those below, if it is
 * also the one above most of what its children mean. A pair whose parents are known to be
 * another pair is given up, and so are two of one name below one parent.
 *
 * <p>
 * What is found is right as long as every department has kept more than half of those who
 * were there and is made up of them by more than half, where nobody is directly there
 * counting those below; and as long as those without members stay where they are.
 */
public final class PathResolution {

	private static final int NONE = NamedTree.NONE;

	private static final int SEVERAL = -2;

	private final NamedTree paths;

	private final DepartmentIdTree departments;

	private final Votes votes;

	private final VotesBelow below;

	/** For each path its department. */
	private final int[] meant;

	private final Doubt[] doubts;

	/** Whether a path means a department. */
	private final boolean[] claimed;

	/** A relation between paths and departments. */
	private interface Evidence {

		boolean isClear(int path, int department);

	}

	private PathResolution(NamedTree paths, DepartmentIdTree departments, Votes votes) {
		this.paths = paths;
		this.departments = departments;
		this.votes = votes;
		this.below = new VotesBelow(paths, departments, votes);
		this.meant = new int[paths.size()];
		Arrays.fill(this.meant, NONE);
		this.claimed = new boolean[departments.size()];
		this.doubts = new Doubt[paths.size()];
		Arrays.fill(this.doubts, Doubt.NONE);
	}

	/** Resolves all paths. */
	public static Resolution resolve(NamedTree paths, DepartmentIdTree departments, Votes votes) {
		PathResolution resolution = new PathResolution(paths, departments, votes);
		resolution.byMembers();
		resolution.byMembersBelow();
		resolution.giveUpMoved();
		resolution.giveUpTwins();
		return new Resolution(resolution.meant, resolution.doubts);
	}

	private void byMembers() {
		int[] only = unrivalled((path) -> this.votes.of(path).keySet(), (path, department) -> Votes
			.isClear(this.votes.shared(path, department), this.votes.at(path), this.votes.in(department)));
		for (int path = 0; path < only.length; path++) {
			if (this.votes.at(path) > 0) {
				decide(path, only[path]);
			}
		}
	}

	/** Children come behind their parents, so the way back is from the leaves up. */
	private void byMembersBelow() {
		int[] only = unrivalled((path) -> this.below.of(path).keySet(), this.below::isClear);
		int[] agreeing = new int[only.length];
		int[] children = new int[only.length];
		for (int path = only.length - 1; path >= 0; path--) {
			if (this.votes.at(path) == 0 && this.below.below(path) > 0) {
				boolean confirmed = only[path] >= 0 && !this.claimed[only[path]] && 2 * agreeing[path] > children[path];
				decide(path, (only[path] >= 0 && !confirmed) ? NONE : only[path]);
			}
			int parent = this.paths.parent(path);
			if (this.meant[path] != NONE && parent != NONE) {
				children[parent] += this.below.below(path);
				boolean agrees = this.departments.parent(this.meant[path]) == only[parent];
				agreeing[parent] += agrees ? this.below.below(path) : 0;
			}
		}
	}

	private void decide(int path, int department) {
		if (department >= 0) {
			this.meant[path] = department;
			this.claimed[department] = true;
		}
		else {
			this.doubts[path] = (department == SEVERAL) ? Doubt.SEVERAL : Doubt.UNCLEAR;
		}
	}

	/**
	 * For each path the only department of which the evidence is clear, and clear for no
	 * other path; {@link #NONE} or {@link #SEVERAL} otherwise.
	 */
	private int[] unrivalled(IntFunction<Iterable<Integer>> candidates, Evidence evidence) {
		int[] rivals = new int[this.departments.size()];
		int[] only = new int[this.paths.size()];
		Arrays.fill(only, NONE);
		for (int path = 0; path < only.length; path++) {
			for (int department : candidates.apply(path)) {
				if (evidence.isClear(path, department)) {
					rivals[department]++;
					only[path] = (only[path] == NONE) ? department : SEVERAL;
				}
			}
		}
		for (int path = 0; path < only.length; path++) {
			only[path] = (only[path] >= 0 && rivals[only[path]] > 1) ? SEVERAL : only[path];
		}
		return only;
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
