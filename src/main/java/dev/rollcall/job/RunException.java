package dev.rollcall.job;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Remedy;
import dev.rollcall.directory.RollcallException;

/** What was asked for does not fit how the run stands. */
public class RunException extends RollcallException {

	private static final long serialVersionUID = 1L;

	RunException(Message text) {
		this(text, Remedy.CHANGE_THE_JOB);
	}

	RunException(Message text, Remedy remedy) {
		super(text, remedy, null);
	}

}
