package dev.rollcall.connector.wecom.read.companion;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;

/**
 * How many members say that a path is a department, because the one side has them at the
 * path and the other in the department. Only members that both sides know are counted.
 */
public final class Votes {

	/** Members that are at the same paths and in the same departments, with how many. */
	private final Map<Places, Integer> groups = new HashMap<>();

	private final Map<Integer, Map<Integer, Integer>> shared = new TreeMap<>();

	private final Map<Integer, Integer> atPath = new HashMap<>();

	private final Map<Integer, Integer> inDepartment = new HashMap<>();

	/**
	 * Where some members are.
	 *
	 * @param paths by the companion
	 * @param departments by WeCom
	 */
	record Places(List<Integer> paths, List<Integer> departments) {

	}

	/**
	 * Counts a member.
	 * @param paths where the companion has it
	 * @param departments where WeCom has it
	 */
	public void member(int[] paths, int[] departments) {
		this.groups.merge(new Places(list(paths), list(departments)), 1, Integer::sum);
		for (int path : paths) {
			this.atPath.merge(path, 1, Integer::sum);
			for (int department : departments) {
				this.shared.computeIfAbsent(path, (any) -> new TreeMap<>()).merge(department, 1, Integer::sum);
			}
		}
		for (int department : departments) {
			this.inDepartment.merge(department, 1, Integer::sum);
		}
	}

	private static List<Integer> list(int[] places) {
		return Arrays.stream(places).distinct().sorted().boxed().toList();
	}

	/** All that were counted, those in the same places together. */
	void forEach(ObjIntConsumer<Places> group) {
		BiConsumer<Places, Integer> each = group::accept;
		this.groups.forEach(each);
	}

	/** The departments in which some of a path's members are, with how many. */
	Map<Integer, Integer> of(int path) {
		return this.shared.getOrDefault(path, Map.of());
	}

	int shared(int path, int department) {
		return of(path).getOrDefault(department, 0);
	}

	/** How many members the companion has at a path. */
	int at(int path) {
		return this.atPath.getOrDefault(path, 0);
	}

	/** How many of the counted members WeCom has in a department. */
	int in(int department) {
		return this.inDepartment.getOrDefault(department, 0);
	}

	/**
	 * Whether that is enough: more than half of either side, and two at least or all of
	 * one.
	 */
	static boolean isClear(int shared, int ofPath, int ofDepartment) {
		boolean most = 2 * shared > ofPath && 2 * shared > ofDepartment;
		return most && (shared >= 2 || (ofPath == 1 && ofDepartment == 1));
	}

}
