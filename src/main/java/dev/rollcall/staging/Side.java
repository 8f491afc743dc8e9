package dev.rollcall.staging;

/** Which of the two directories of a run. */
public enum Side {

	SOURCE, TARGET

}
