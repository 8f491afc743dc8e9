package dev.rollcall.staging;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Remedy;
import dev.rollcall.directory.RollcallException;

/** The disk is too full for what is to be done; nothing was done. */
public class NoRoomException extends RollcallException {

	private static final long serialVersionUID = 1L;

	NoRoomException(Message text) {
		super(text, Remedy.TRY_AGAIN, null);
	}

}
