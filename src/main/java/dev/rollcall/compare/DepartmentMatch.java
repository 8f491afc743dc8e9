package dev.rollcall.compare;

import dev.rollcall.directory.Department;

/**
 * A department of the source and the department of the target that it is.
 *
 * @param desired the one of the source
 * @param existing the one of the target
 * @param how what they were recognised by
 * @param agreeing how many members both have below them, if that is what they were
 * recognised by; else 0
 * @param members how many the larger of both has below it; else 0
 */
public record DepartmentMatch(Department desired, Department existing, How how, long agreeing, long members) {

	/** What a department was recognised by. */
	public enum How {

		ID, PATH, MEMBERS

	}

}
