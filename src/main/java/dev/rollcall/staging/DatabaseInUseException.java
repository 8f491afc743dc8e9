package dev.rollcall.staging;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Remedy;
import dev.rollcall.directory.RollcallException;
import org.jspecify.annotations.Nullable;

/** Another process has the database and this one would have to write to it. */
public class DatabaseInUseException extends RollcallException {

	private static final long serialVersionUID = 1L;

	public DatabaseInUseException(Message text, @Nullable Throwable cause) {
		super(text, Remedy.TRY_AGAIN, cause);
	}

}
