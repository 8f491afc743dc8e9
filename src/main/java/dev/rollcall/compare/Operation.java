package dev.rollcall.compare;

/** What a job may do to entries of its target. */
public enum Operation {

	CREATE, UPDATE, DELETE

}
