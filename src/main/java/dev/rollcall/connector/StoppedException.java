package dev.rollcall.connector;

import dev.rollcall.directory.Message;

/** Somebody has asked the run to stop while it waited for a directory. */
public class StoppedException extends DirectoryException {

	private static final long serialVersionUID = 1L;

	public StoppedException(Message text) {
		super(text);
	}

}
