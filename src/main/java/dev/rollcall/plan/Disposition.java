package dev.rollcall.plan;

/**
 * What was decided about one entry. Every entry of either side is decided about exactly
 * once, so the counts by disposition add up to the entries read.
 */
public enum Disposition {

	/** It is created, changed, moved, disabled or deleted. */
	CHANGED,

	/** Both sides agree, as far as the source knows and the rules look. */
	EQUAL,

	/** Only the source has it, and the job does not create. */
	NOT_CREATED,

	/** Both have it, and the job does not update. */
	NOT_UPDATED,

	/** Only the target has it, and the job does not delete. */
	NOT_DELETED,

	/** An ignore rule protects it. */
	PROTECTED,

	/** The department above it is not created, or cannot be told. */
	NO_PARENT,

	/** The source knows too little of it to create it. */
	INCOMPLETE,

	/**
	 * It has none of the keys by which entries are matched: whether the other side has it
	 * cannot be told, so it is neither created nor deleted.
	 */
	KEYLESS,

	/** The source says the same twice. */
	REPEATED,

	/** Several entries claim it. */
	CONFLICT,

	/** It would be deleted, were the source known to be whole. */
	WITHHELD,

	/** Somebody who has left, is disabled, and whose time has not come yet. */
	WAITING,

	/**
	 * Only the target has it, and keeps it: it is suspended there, say, or has resigned.
	 */
	SPARED,

	/**
	 * Only the target has it, and it is nobody's as far as Rollcall knows: an account
	 * that was made by hand.
	 */
	STRANGER,

	/** The source has it, and it is none of those who are to have an account. */
	NOT_MEANT,

	/** A department, of which the target keeps none. */
	NOT_KEPT,

	/** This run is only about others. */
	OUT_OF_SCOPE,

	/** It is already as it was before the run that is taken back. */
	AS_BEFORE,

	/** What was done to it cannot be taken back: it has been changed since. */
	LEFT_ALONE

}
