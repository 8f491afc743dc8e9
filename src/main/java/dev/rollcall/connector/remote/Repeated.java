package dev.rollcall.connector.remote;

import dev.rollcall.connector.DirectoryException;

/** Calls that may be made twice without harm, for when the first answer is lost. */
public final class Repeated {

	private Repeated() {
	}

	/** Makes a call, and once more if nobody can tell what became of it. */
	public static void once(Runnable call) {
		try {
			call.run();
		}
		catch (DirectoryException ex) {
			if (!ex.isPassing()) {
				throw ex;
			}
			call.run();
		}
	}

}
