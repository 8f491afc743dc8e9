package dev.rollcall.job;

import dev.rollcall.directory.Message;

/**
 * What a job asks for cannot be done between its directories, however often it is tried:
 * a run that fails so before it has written anything is given up at once.
 */
public class JobRefusedException extends RunException {

	private static final long serialVersionUID = 1L;

	JobRefusedException(Message text) {
		super(text);
	}

}
