package dev.rollcall.directory;

/** What whoever reads of a failure has to do about it. */
public enum Remedy {

	/** Change the command or the job file. */
	CHANGE_THE_JOB,

	/** Mend the source, or put it back. */
	MEND_THE_SOURCE,

	/** Wait, or ask whoever runs the directory; then restart. */
	TRY_AGAIN,

	/** Look at the plan, and confirm it or make another. */
	CONFIRM_THE_PLAN

}
