package dev.rollcall.job;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Remedy;
import dev.rollcall.directory.RollcallException;
import org.jspecify.annotations.Nullable;

/** A run failed for a reason that nobody has thought of. It can be restarted. */
public class RunFailedException extends RollcallException {

	private static final long serialVersionUID = 1L;

	RunFailedException(Message text, @Nullable Throwable cause) {
		super(text, Remedy.TRY_AGAIN, cause);
	}

}
