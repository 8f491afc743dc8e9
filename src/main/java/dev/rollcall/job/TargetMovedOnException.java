package dev.rollcall.job;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Remedy;
import dev.rollcall.directory.RollcallException;

/**
 * A saved plan cannot be applied any more: the target is not what the plan was made for.
 */
public class TargetMovedOnException extends RollcallException {

	private static final long serialVersionUID = 1L;

	TargetMovedOnException(Message text) {
		super(text, Remedy.CONFIRM_THE_PLAN, null);
	}

}
