package dev.rollcall.connector;

import org.jspecify.annotations.Nullable;

/** What the departments of a plan are called in the target. */
public interface DepartmentDirectory {

	/**
	 * The target's ref of a department.
	 * @param department a {@link dev.rollcall.plan.DepartmentRef}
	 * @return null when the plan was to create it and that has not succeeded
	 */
	@Nullable String ref(String department);

	/** Remembers under which ref the target has created a department. */
	void created(String department, String ref);

}
