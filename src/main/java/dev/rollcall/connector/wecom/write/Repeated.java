package dev.rollcall.connector.wecom.write;

import dev.rollcall.connector.DirectoryException;

/** Calls that may be made twice without harm, for when the first answer is lost. */
final class Repeated {

	private Repeated() {
	}

	/** Makes a call, and once more if nobody can tell what became of it. */
	static void once(Runnable call) {
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
