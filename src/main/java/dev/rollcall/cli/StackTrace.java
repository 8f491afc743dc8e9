package dev.rollcall.cli;

import java.io.PrintStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Where a failure came from: names of classes and places in the code. What the exceptions
 * say themselves is left out, for drivers repeat values and credentials.
 */
final class StackTrace {

	private StackTrace() {
	}

	static void print(Throwable failure, PrintStream out) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		String lead = "";
		for (Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
			out.println(lead + each.getClass().getName());
			for (StackTraceElement place : each.getStackTrace()) {
				out.println("\tat " + place);
			}
			lead = "Caused by: ";
		}
	}

}
