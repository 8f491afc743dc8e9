package dev.rollcall.plan;

/**
 * How a change names a department: one that the target has, or one that the same plan
 * creates and that has no ref of the target's yet.
 */
public final class DepartmentRef {

	private DepartmentRef() {
	}

	/** A department of the target, by the target's ref. */
	public static String existing(String ref) {
		return "=" + ref;
	}

	/** A department that this plan creates, by the source's ref. */
	public static String planned(String ref) {
		return "+" + ref;
	}

	public static boolean isPlanned(String department) {
		return department.charAt(0) == '+';
	}

	/** The ref that {@link #existing} or {@link #planned} was given. */
	public static String ref(String department) {
		return department.substring(1);
	}

}
