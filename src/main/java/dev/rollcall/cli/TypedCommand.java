package dev.rollcall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A command as it was typed, for others to read who find it at work: without the values
 * of keys that could hold secrets, should somebody have typed one in spite of all.
 */
final class TypedCommand {

	private static final Pattern SECRET = Pattern
		.compile("(?i)((?:--set=?)?[\\w.-]*(?:password|secret|token|access-?key|\\.robot)[\\w.-]*)=.*", Pattern.DOTALL);

	/** Commands that are given a token. */
	private static final Set<String> WITH_TOKEN = Set.of("approve-application", "reject-application");

	private TypedCommand() {
	}

	static String of(String... arguments) {
		List<String> shown = new ArrayList<>();
		shown.add("rollcall");
		boolean withToken = List.of(arguments).stream().anyMatch(WITH_TOKEN::contains);
		for (String argument : arguments) {
			// Half a token is something to begin with, too.
			boolean token = withToken && !argument.startsWith("-") && !WITH_TOKEN.contains(argument);
			shown.add(token ? "***" : SECRET.matcher(argument).replaceFirst("$1=***"));
		}
		return String.join(" ", shown);
	}

}
