package dev.rollcall.directory;

import org.jspecify.annotations.Nullable;

/**
 * A member's belonging to one department.
 *
 * @param department the department's ref in the same directory
 * @param order the member's sort weight in that department, larger first, 0 to 2^32 - 1;
 * null when unknown
 * @param leader whether the member leads that department; null when unknown
 */
public record Placement(String department, @Nullable Long order, @Nullable Boolean leader) {

	public static Placement in(String department) {
		return new Placement(department, null, null);
	}

}
