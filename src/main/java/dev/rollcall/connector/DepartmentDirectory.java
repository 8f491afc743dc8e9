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

	/**
	 * Whether a department of the target may be one that the plan has created without
	 * having been told so: because it was broken off while that was being done, and only
	 * if the department was not there before.
	 * @param department a planned department
	 * @param ref what may be its ref in the target
	 */
	default boolean mayBeOurs(String department, String ref) {
		return false;
	}

	/** Remembers under which ref the target has created a department. */
	void created(String department, String ref);

}
