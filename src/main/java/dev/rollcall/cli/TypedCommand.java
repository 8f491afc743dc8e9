package dev.rollcall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command as it was typed, for others to read who find it at work: without the values
 * of keys that could hold secrets, should somebody have typed one in spite of all.
 */
final class TypedCommand {

	private static final Pattern SECRET = Pattern
		.compile("(?i)((?:--set=?)?[\\w.-]*(?:password|secret|token|access-?key)[\\w.-]*)=.*", Pattern.DOTALL);

	private TypedCommand() {
	}

	static String of(String... arguments) {
		List<String> shown = new ArrayList<>();
		shown.add("rollcall");
		for (String argument : arguments) {
			shown.add(SECRET.matcher(argument).replaceFirst("$1=***"));
		}
		return String.join(" ", shown);
	}

}
