package dev.rollcall.plan;

/** What becomes of a member of the target whom the source has no more. */
public enum OnLeave {

	/** Deleted at once. */
	DELETE,

	/** Disabled, and kept so for as long as the source does not have them. */
	DISABLE,

	/** Disabled first, and deleted after a wait. */
	DISABLE_THEN_DELETE;

	/** Whether a job may disable anybody. */
	public boolean disables() {
		return this != DELETE;
	}

}
