package dev.rollcall.notice;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Remedy;
import dev.rollcall.directory.RollcallException;

/**
 * Nobody may have been told. Has no cause: what libraries say of a failure holds
 * addresses, and in those of robots there are keys.
 */
public class NoticeException extends RollcallException {

	private static final long serialVersionUID = 1L;

	NoticeException(Message text) {
		super(text, Remedy.TRY_AGAIN, null);
	}

}
