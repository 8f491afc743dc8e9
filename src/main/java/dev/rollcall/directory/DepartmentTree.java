package dev.rollcall.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The departments of one snapshot by ref, with the paths that their names make. A
 * department whose parent is not there, or that is its own ancestor, stands at the top.
 */
public final class DepartmentTree {

	private final Map<String, Department> byRef = new LinkedHashMap<>();

	private final Map<String, String> paths = new LinkedHashMap<>();

	private final Map<String, List<Department>> children = new LinkedHashMap<>();

	public DepartmentTree(Collection<Department> departments) {
		for (Department department : departments) {
			this.byRef.put(department.ref(), department);
		}
		for (Department department : this.byRef.values()) {
			String parent = department.parent();
			if (parent != null && this.byRef.containsKey(parent)) {
				this.children.computeIfAbsent(parent, (ref) -> new ArrayList<>()).add(department);
			}
		}
	}

	public int size() {
		return this.byRef.size();
	}

	/** All departments in the order in which they were given. */
	public Collection<Department> all() {
		return this.byRef.values();
	}

	public @Nullable Department find(String ref) {
		return this.byRef.get(ref);
	}

	public List<Department> children(String ref) {
		return this.children.getOrDefault(ref, List.of());
	}

	/** The names from the top down to the department; its ref when it is not here. */
	public String path(String ref) {
		String known = this.paths.get(ref);
		if (known != null) {
			return known;
		}
		List<Department> lineage = lineage(ref);
		String path = null;
		for (int i = lineage.size() - 1; i >= 0; i--) {
			Department department = lineage.get(i);
			path = (path == null) ? department.name() : path + DepartmentName.SEPARATOR + department.name();
			path = this.paths.merge(department.ref(), path, (first, second) -> first);
		}
		return (path != null) ? path : ref;
	}

	/** How many departments stand above. */
	public int depth(String ref) {
		return Math.max(0, lineage(ref).size() - 1);
	}

	/** All departments, each behind its parent; otherwise by path. */
	public List<Department> parentsFirst() {
		List<Department> ordered = new ArrayList<>(this.byRef.values());
		ordered.sort(Comparator.comparingInt((Department department) -> depth(department.ref()))
			.thenComparing((department) -> path(department.ref()))
			.thenComparing(Department::ref));
		return ordered;
	}

	/** The departments that stand below no other. */
	public List<Department> tops() {
		return this.byRef.values()
			.stream()
			.filter((department) -> department.parent() == null || !this.byRef.containsKey(department.parent()))
			.toList();
	}

	/** The department, then those above it up to the top; empty when it is not here. */
	public List<Department> lineage(String ref) {
		List<Department> lineage = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		Department next = this.byRef.get(ref);
		while (next != null && seen.add(next.ref())) {
			lineage.add(next);
			next = (next.parent() != null) ? this.byRef.get(next.parent()) : null;
		}
		return lineage;
	}

}
