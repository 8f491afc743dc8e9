package dev.rollcall.staging;

/** How a run stands. */
public enum RunState {

	/** A process carries it out, or died while it did. */
	RUNNING,

	/** Its plan is made and waits to be applied. */
	PLANNED,

	/** Its plan passes a limit and waits for a person. */
	HELD,

	/** All of it is done. */
	DONE,

	/** It is done, but some entries failed, were rejected or withheld. */
	PARTIAL,

	/** It was asked to stop; a restart continues it. */
	STOPPED,

	/** It failed; a restart continues it. */
	FAILED,

	/** It was given up for good. */
	ABANDONED;

	/** Whether a restart would continue it. */
	public boolean canRestart() {
		return this == RUNNING || this == STOPPED || this == FAILED;
	}

	/** Whether there is nothing more to come. */
	public boolean isOver() {
		return this == DONE || this == PARTIAL || this == ABANDONED;
	}

}
