package dev.rollcall.connector;

import java.nio.file.Path;
import java.util.List;

import dev.rollcall.directory.Finding;

/** A source that can write the rows it could not use into a file that it can read. */
public interface RejectedRows {

	/** What the name of the file begins with, before the ending that says its kind. */
	String NAME = "rejected.";

	/** What the file is called. */
	String fileName();

	/**
	 * Writes the original rows, each with its reason, so that they can be mended and fed
	 * again.
	 * @param rejected in the order of their origin, one or more for a row
	 * @param sentences turns a reason into words
	 * @param file where to; replaced if it is there
	 */
	void write(List<Finding> rejected, Sentences sentences, Path file);

}
