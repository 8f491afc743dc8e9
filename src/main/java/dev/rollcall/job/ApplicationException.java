package dev.rollcall.job;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Remedy;
import dev.rollcall.directory.RollcallException;

/** What was asked for does not fit how an application stands. Never holds a token. */
public class ApplicationException extends RollcallException {

	private static final long serialVersionUID = 1L;

	ApplicationException(Message text) {
		super(text, Remedy.CHANGE_THE_JOB, null);
	}

}
