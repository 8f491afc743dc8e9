package dev.rollcall.connector;

import dev.rollcall.directory.Message;

/**
 * Told at once what an operator should know while a directory is being used, such as that
 * it makes everybody wait for a minute. Called from any thread.
 */
@FunctionalInterface
public interface Notices {

	/** Nobody listens. */
	Notices NONE = (notice) -> {
	};

	void tell(Message notice);

}
