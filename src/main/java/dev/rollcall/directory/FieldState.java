package dev.rollcall.directory;

/** What a side says of a field. Only {@link #EMPTY} and {@link #VALUE} are knowledge. */
public enum FieldState {

	/**
	 * The side does not have the field, or may not show it. Never overwrites anything.
	 */
	UNKNOWN,

	/** The side says that the field is empty. */
	EMPTY,

	/** The side says what the field holds. */
	VALUE

}
