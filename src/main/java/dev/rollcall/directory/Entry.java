package dev.rollcall.directory;

import org.jspecify.annotations.Nullable;

/**
 * A department or a member, as one directory holds it or as it ought to be. What is not
 * known of it is said to be unknown rather than left out or guessed.
 */
public sealed interface Entry permits Department, Member {

	EntryKind kind();

	/** How its own directory addresses it; unique among the entries of a kind. */
	String ref();

	Fields fields();

	/** Where it was read, null where the directory has no places to name. */
	@Nullable Origin origin();

}
