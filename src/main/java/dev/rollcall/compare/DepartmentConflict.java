package dev.rollcall.compare;

import java.util.List;

import dev.rollcall.directory.Department;

/**
 * Departments that claim one another and that nothing tells apart.
 *
 * @param key the id or path that they share
 * @param desired those of the source
 * @param existing those of the target
 */
public record DepartmentConflict(String key, List<Department> desired, List<Department> existing) {

	public DepartmentConflict {
		desired = List.copyOf(desired);
		existing = List.copyOf(existing);
	}

}
