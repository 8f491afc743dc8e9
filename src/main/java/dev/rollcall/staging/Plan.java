package dev.rollcall.staging;

import java.util.List;
import java.util.Map;

import dev.rollcall.directory.Schema;

/**
 * A stored plan, without its changes.
 *
 * @param run the run that it belongs to
 * @param digest of all its changes in their order
 * @param departmentSchema the fields that changes of departments know
 * @param memberSchema the fields that changes of members know
 * @param departments the departments that changes name, by their numbers
 * @param paths for each of them the path to show
 */
public record Plan(long run, String digest, Schema departmentSchema, Schema memberSchema, List<String> departments,
		Map<String, String> paths) {

	public Plan {
		departments = List.copyOf(departments);
		paths = Map.copyOf(paths);
	}

	/** The path of a department as changes name it. */
	public String path(String department) {
		return this.paths.getOrDefault(department, department);
	}

	ChangeCodec codec() {
		DepartmentNumbers numbers = new DepartmentNumbers();
		this.departments.forEach(numbers::add);
		return new ChangeCodec(this.departmentSchema, this.memberSchema, numbers);
	}

}
