package dev.rollcall.job;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Remedy;
import dev.rollcall.directory.RollcallException;

/** A run cannot be continued: its source is not what it was when the run began. */
public class SourceChangedException extends RollcallException {

	private static final long serialVersionUID = 1L;

	SourceChangedException(Message text) {
		super(text, Remedy.MEND_THE_SOURCE, null);
	}

}
