package dev.rollcall.connector.wecom.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.connector.wecom.api.DepartmentIds;

/**
 * Which departments there are, as WeCom has said once and as we have changed it since.
 */
final class Tree {

	/** What stands above the top. */
	private static final long NOTHING = 0;

	private final Map<Long, Long> parents = new HashMap<>();

	Tree(List<DepartmentIds.Item> departments) {
		departments.forEach((department) -> this.parents.put(department.id(), department.parentid()));
	}

	boolean has(long id) {
		return this.parents.containsKey(id);
	}

	/** The one department that stands at the top, which is number 1 in WeCom. */
	long top() {
		return this.parents.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == NOTHING || !this.parents.containsKey(entry.getValue()))
			.mapToLong(Map.Entry::getKey)
			.min()
			.orElse(1);
	}

	void put(long id, long parent) {
		this.parents.put(id, parent);
	}

	void remove(long id) {
		this.parents.remove(id);
	}

	/** How many departments there are from the top down to this one, both counted. */
	int depth(long id) {
		Set<Long> seen = new HashSet<>();
		Long next = id;
		while (next != null && next != NOTHING && seen.add(next)) {
			next = this.parents.get(next);
		}
		return seen.size();
	}

}
