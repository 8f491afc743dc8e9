package dev.rollcall.plan;

/**
 * What a plan knows of leaving.
 *
 * @param rule what becomes of members whom only the target has
 * @param deleteAfter how long they are disabled before they are deleted, in words; empty
 * when they are not
 * @param queue who has been disabled by earlier runs
 * @param spared whom nothing of this concerns
 */
public record Leave(OnLeave rule, String deleteAfter, LeaverQueue queue, Spared spared) {

	/** Whoever leaves is deleted, and nobody waits. */
	public static final Leave AT_ONCE = new Leave(OnLeave.DELETE, "", LeaverQueue.NOBODY);

	/** Where nobody is spared. */
	public Leave(OnLeave rule, String deleteAfter, LeaverQueue queue) {
		this(rule, deleteAfter, queue, Spared.NOBODY);
	}

}
