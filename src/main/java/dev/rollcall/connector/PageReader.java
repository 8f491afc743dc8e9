package dev.rollcall.connector;

import org.jspecify.annotations.Nullable;

/**
 * Reads a directory once, from front to end. Used by one thread at a time, not always the
 * one that made it.
 */
public interface PageReader extends AutoCloseable {

	/**
	 * The next page, null behind the last.
	 * @throws DirectoryException when reading fails; pages taken before remain valid
	 */
	@Nullable Page next();

	/**
	 * How many entries there are in all as far as can be guessed now, -1 if not at all.
	 */
	default long expected() {
		return -1;
	}

	@Override
	void close();

}
