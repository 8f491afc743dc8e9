package dev.rollcall.connector;

import dev.rollcall.directory.Message;

/**
 * Told at once what an operator should know while a directory is being used, such as that
 * it makes everybody wait for a minute; and tells whether the operator wants no more of
 * it. Called from any thread.
 */
@FunctionalInterface
public interface Notices {

	/** Nobody listens. */
	Notices NONE = (notice) -> {
	};

	void tell(Message notice);

	/**
	 * Whether the work is to end at the next chance. Whoever waits for long looks once a
	 * second, and throws {@link StoppedException}.
	 */
	default boolean isStopping() {
		return false;
	}

}
