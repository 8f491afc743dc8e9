package dev.rollcall.plan;

/** What is done with an entry that both sides have. */
public enum UpdateMode {

	/** Write the fields that differ. */
	CHANGED,

	/** Write all fields that the source knows, differing or not. */
	OVERWRITE,

	/** Leave it alone. */
	NEVER

}
