package dev.rollcall.connector;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Remedy;
import dev.rollcall.directory.RollcallException;
import org.jspecify.annotations.Nullable;

/**
 * A directory does not do what it should: the file is damaged, the server does not
 * answer, the credentials are refused. Nothing was lost; the run can be restarted.
 */
public class DirectoryException extends RollcallException {

	private static final long serialVersionUID = 1L;

	private final boolean passing;

	public DirectoryException(Message text, boolean passing, @Nullable Throwable cause) {
		super(text, Remedy.TRY_AGAIN, cause);
		this.passing = passing;
	}

	public DirectoryException(Message text) {
		this(text, false, null);
	}

	/** Whether the same call may succeed a moment later. */
	public boolean isPassing() {
		return this.passing;
	}

}
