package dev.rollcall.plan;

/** What becomes of a leaver whom the source has again. */
enum Homecoming {

	/** This job may not enable anybody: they wait for one that may. */
	NOT_MINE,

	/** They leave the queue and are as they ought to be. */
	WELL,

	/** They leave the queue, and stay disabled because a rule says so. */
	LEFT_DISABLED,

	/** They are enabled, and with that leave the queue. */
	ENABLED

}
