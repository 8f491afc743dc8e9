package dev.rollcall.connector.wecom.write;

import java.time.Duration;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.directory.Message;

/** Waits; in tests it only takes note of that. */
@FunctionalInterface
interface Pause {

	/** By the clock. */
	Pause REAL = (time) -> {
		try {
			// WeCom tells how far an import is only when it is asked.
			Thread.sleep(time.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DirectoryException(Message.of("wecom.interrupted"), false, ex);
		}
	};

	void forTime(Duration time);

}
