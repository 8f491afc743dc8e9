package dev.rollcall.directory;

/** The two kinds of entry a directory holds. */
public enum EntryKind {

	DEPARTMENT, MEMBER

}
