package dev.rollcall.directory;

import java.util.ArrayList;
import java.util.Collection;
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

	private final Map<String, List<Department>> byPath = new LinkedHashMap<>();

	private final Map<String, List<Department>> children = new LinkedHashMap<>();

	public DepartmentTree(Collection<Department> departments) {
		for (Department department : departments) {
			this.byRef.put(department.ref(), department);
		}
		for (Department department : this.byRef.values()) {
			this.byPath.computeIfAbsent(path(department.ref()), (path) -> new ArrayList<>(1)).add(department);
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

	/** The departments at a path: more than one when names hold the separator. */
	public List<Department> at(String path) {
		return this.byPath.getOrDefault(path, List.of());
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
