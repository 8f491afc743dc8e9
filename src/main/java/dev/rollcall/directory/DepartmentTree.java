package dev.rollcall.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The departments of one snapshot by ref, with the paths that their names make. A
 * department whose parent is not there, or that is its own ancestor, stands at the top.
 */
public final class DepartmentTree {

	private static final Comparator<Placed> PARENTS_FIRST = Comparator
		.comparingInt((Placed placed) -> placed.place().depth())
		.thenComparing((placed) -> placed.place().path())
		.thenComparing((placed) -> placed.department().ref());

	private final Map<String, Department> byRef = new LinkedHashMap<>();

	private final Map<String, Place> places = new HashMap<>();

	private final Map<String, Map<String, List<Department>>> children = new HashMap<>();

	private final Map<String, List<Department>> tops = new LinkedHashMap<>();

	private final Map<String, String> called = new HashMap<>();

	private @Nullable List<Department> parentsFirst;

	/**
	 * Where a department stands.
	 *
	 * @param path the names from the top down
	 * @param depth how many departments stand above
	 */
	private record Place(String path, int depth) {

		Place below(String name) {
			return new Place(this.path + DepartmentName.SEPARATOR + name, this.depth + 1);
		}

	}

	private record Placed(Department department, Place place) {

	}

	public DepartmentTree(Collection<Department> departments) {
		for (Department department : departments) {
			this.byRef.put(department.ref(), department);
		}
		for (Department department : this.byRef.values()) {
			String parent = parent(department);
			Map<String, List<Department>> siblings = (parent == null) ? this.tops
					: this.children.computeIfAbsent(parent, (ref) -> new LinkedHashMap<>());
			siblings.computeIfAbsent(department.name(), (name) -> new ArrayList<>(1)).add(department);
		}
	}

	public int size() {
		return this.byRef.size();
	}

	/**
	 * Has paths name departments whose names are unknown here, as they are called
	 * elsewhere: so that people can speak of what is below them.
	 * @param names by refs
	 */
	public void call(Map<String, String> names) {
		if (!names.isEmpty()) {
			this.called.putAll(names);
			this.places.clear();
			this.parentsFirst = null;
		}
	}

	private String name(Department department) {
		String name = department.name();
		return name.isEmpty() ? this.called.getOrDefault(department.ref(), name) : name;
	}

	/** All departments in the order in which they were given. */
	public Collection<Department> all() {
		return this.byRef.values();
	}

	/** All departments, each behind its parent; otherwise by path. */
	public List<Department> parentsFirst() {
		if (this.parentsFirst == null) {
			this.parentsFirst = this.byRef.values()
				.stream()
				.map((department) -> new Placed(department, place(department.ref())))
				.sorted(PARENTS_FIRST)
				.map(Placed::department)
				.toList();
		}
		return this.parentsFirst;
	}

	public @Nullable Department find(String ref) {
		return this.byRef.get(ref);
	}

	/**
	 * The departments of one name below another one.
	 * @param parent the ref of that one, null for the top
	 */
	public List<Department> named(@Nullable String parent, String name) {
		Map<String, List<Department>> siblings = (parent == null) ? this.tops
				: this.children.getOrDefault(parent, Map.of());
		return siblings.getOrDefault(name, List.of());
	}

	/** The names from the top down to the department; its ref when it is not here. */
	public String path(String ref) {
		return this.byRef.containsKey(ref) ? place(ref).path() : ref;
	}

	/** How many departments stand above. */
	public int depth(String ref) {
		return this.byRef.containsKey(ref) ? place(ref).depth() : 0;
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

	private Place place(String ref) {
		Place known = this.places.get(ref);
		if (known != null) {
			return known;
		}
		Department found = Objects.requireNonNull(this.byRef.get(ref));
		Place parent = (found.parent() != null) ? this.places.get(found.parent()) : null;
		if (parent != null) {
			Place there = parent.below(name(found));
			this.places.put(ref, there);
			return there;
		}
		List<Department> lineage = lineage(ref);
		Place place = null;
		for (int i = lineage.size() - 1; i >= 0; i--) {
			Department department = lineage.get(i);
			Place there = this.places.get(department.ref());
			if (there == null) {
				there = (place == null) ? new Place(name(department), 0) : place.below(name(department));
				this.places.put(department.ref(), there);
			}
			place = there;
		}
		return Objects.requireNonNull(place);
	}

	/** The ref of the department above, null where none is here. */
	private @Nullable String parent(Department department) {
		return (department.parent() != null && this.byRef.containsKey(department.parent())) ? department.parent()
				: null;
	}

}
