package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import org.jspecify.annotations.Nullable;

/** What one side tells of its departments. */
final class ToldDepartments {

	private final boolean ids;

	/** The refs of those without a name, by the ref of the one above, "" at the top. */
	private final Map<String, List<String>> nameless;

	private ToldDepartments(boolean ids, Map<String, List<String>> nameless) {
		this.ids = ids;
		this.nameless = nameless;
	}

	static ToldDepartments of(DepartmentTree tree) {
		Map<String, List<String>> nameless = new HashMap<>();
		boolean ids = false;
		for (Department department : tree.all()) {
			ids |= department.id() != null;
			if (department.name().isEmpty()) {
				nameless.computeIfAbsent(key(department.parent()), (parent) -> new ArrayList<>()).add(department.ref());
			}
		}
		return new ToldDepartments(ids, nameless);
	}

	/** Whether the id of any of them is told. */
	boolean tellIds() {
		return this.ids;
	}

	/** The refs of all whose names are not told. */
	Stream<String> nameless() {
		return this.nameless.values().stream().flatMap(Collection::stream);
	}

	/** Likewise of those directly below a department, or of those at the top. */
	List<String> namelessBelow(@Nullable String parent) {
		return this.nameless.getOrDefault(key(parent), List.of());
	}

	private static String key(@Nullable String parent) {
		return (parent != null) ? parent : "";
	}

}
