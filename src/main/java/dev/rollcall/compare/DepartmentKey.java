package dev.rollcall.compare;

/** By what departments of two directories are paired. */
public enum DepartmentKey {

	/** The id that both directories know. */
	ID,

	/** The names from the top down. */
	PATH

}
