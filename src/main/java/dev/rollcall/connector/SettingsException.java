package dev.rollcall.connector;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Remedy;
import dev.rollcall.directory.RollcallException;

/** A connector's settings cannot be right: the job file has to be changed. */
public class SettingsException extends RollcallException {

	private static final long serialVersionUID = 1L;

	public SettingsException(Message text) {
		super(text, Remedy.CHANGE_THE_JOB, null);
	}

}
