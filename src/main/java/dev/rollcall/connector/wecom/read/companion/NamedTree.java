package dev.rollcall.connector.wecom.read.companion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentName;
import dev.rollcall.directory.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The departments that a companion names, each by its place in the order in which it was
 * told, from 0. Parents come before their children.
 */
public final class NamedTree {

	/** Stands for no department. */
	public static final int NONE = -1;

	private final Map<String, Integer> places = new HashMap<>();

	private final List<Named> all = new ArrayList<>();

	/**
	 * A department.
	 *
	 * @param parent the place of the one above
	 * @param name what it is called
	 * @param path the names from the top down
	 * @param origin where it was first seen
	 */
	private record Named(int parent, String name, String path, @Nullable Origin origin) {

	}

	/** Adds a department, unless it has come before. */
	public void add(Department department) {
		if (this.places.putIfAbsent(department.ref(), this.all.size()) == null) {
			int parent = (department.parent() != null) ? place(department.parent()) : NONE;
			String above = (parent != NONE) ? path(parent) + DepartmentName.SEPARATOR : "";
			this.all.add(new Named(parent, department.name(), above + department.name(), department.origin()));
		}
	}

	public int size() {
		return this.all.size();
	}

	/** The place of a department by its ref, {@link #NONE} when it has not come. */
	public int place(String ref) {
		return this.places.getOrDefault(ref, NONE);
	}

	public int parent(int place) {
		return this.all.get(place).parent();
	}

	/** How many departments stand above. */
	int depth(int place) {
		return lineage(place).size() - 1;
	}

	/** A department, then those above it. */
	List<Integer> lineage(int place) {
		List<Integer> lineage = new ArrayList<>();
		for (int above = place; above != NONE; above = parent(above)) {
			lineage.add(above);
		}
		return lineage;
	}

	public String name(int place) {
		return this.all.get(place).name();
	}

	public String path(int place) {
		return this.all.get(place).path();
	}

	@Nullable Origin origin(int place) {
		return this.all.get(place).origin();
	}

}
