package dev.rollcall.cli;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whose word it is on an application, and why. */
final class DecisionOptions {

	private static final int LONGEST_REASON = 1000;

	private static final int LONGEST_NAME = 100;

	@Spec(Spec.Target.MIXEE)
	@SuppressWarnings("NullAway.Init")
	CommandSpec spec;

	private @Nullable String person;

	private String reason = "";

	@Option(names = "--by", paramLabel = "PERSON")
	void setBy(String by) {
		this.person = line("--by", by, LONGEST_NAME);
	}

	@Option(names = "--reason", paramLabel = "REASON")
	void setReason(String reason) {
		this.reason = line("--reason", reason, LONGEST_REASON);
	}

	/** Whose word it is; null for whoever gives the command. */
	@Nullable String by() {
		return this.person;
	}

	/** Why, empty when nobody says so. */
	String reason() {
		return this.reason;
	}

	/** Names of groups as they are typed, with commas between. */
	static Set<String> groups(String typed) {
		return Arrays.stream(typed.split(","))
			.map(String::strip)
			.filter((group) -> !group.isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	ParameterException wrong(String option, String value) {
		return new ParameterException(this.spec.commandLine(), option, this.spec.findOption(option), value);
	}

	/** One line, whatever was typed: it becomes one line of the audit log. */
	private String line(String option, String typed, int longest) {
		String line = typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
		if (line.codePoints().noneMatch(Character::isLetterOrDigit) || line.length() > longest) {
			throw wrong(option, typed);
		}
		return line;
	}

}
