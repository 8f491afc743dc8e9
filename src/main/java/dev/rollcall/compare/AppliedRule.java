package dev.rollcall.compare;

/** What decides about one field of an entry. */
public enum AppliedRule {

	/** Both sides say the same. */
	EQUAL(false),

	/** The sides say different things, or the target knows nothing yet. */
	DIFFERS(true),

	/** The target has no userid of it yet: it is written, so that it tells them apart. */
	LINKED(true),

	/** Written although both sides say the same: the job overwrites. */
	OVERWRITTEN(true),

	/**
	 * The target takes it and never shows it, and it is not known what was last written.
	 */
	NEVER_SHOWN(true),

	/** The entry is created with it. */
	CREATED(true),

	/** It goes along with the departments, which are written as a whole. */
	FOLLOWS(true),

	/** An ignore rule takes the existing value over. */
	IGNORED(false),

	/** The source does not know it: unknown never overwrites anything. */
	UNKNOWN(false),

	/**
	 * No entry of the source has a value: its column is silent and taken as unknown.
	 */
	SILENT(false),

	/** The source has no such field. */
	NOT_IN_SOURCE(false),

	/** The target has no such field. */
	NOT_IN_TARGET(false),

	/** The target tells it by itself and takes it from nobody. */
	ONLY_TOLD(false),

	/** The target takes it when it creates the entry, and never after. */
	FIXED(false),

	/** The target does not show it, so nothing can be compared. */
	NOT_SHOWN(false),

	/** A department that it names cannot be told, or is not created. */
	NOT_RESOLVED(false),

	/** It names a department in which the member is not going to be. */
	NOT_AMONG(false),

	/** An id, once known, is never replaced. */
	ID_STAYS(false),

	/** Only the target has the entry: there is nothing to compare with. */
	ONLY_IN_TARGET(false);

	private final boolean writes;

	AppliedRule(boolean writes) {
		this.writes = writes;
	}

	/** Whether the field is to be written. */
	public boolean writes() {
		return this.writes;
	}

}
