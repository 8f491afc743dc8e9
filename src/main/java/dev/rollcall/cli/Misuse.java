package dev.rollcall.cli;

import java.util.Locale;

import dev.rollcall.directory.Message;
import dev.rollcall.report.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the operator's language what is wrong with a command as it was typed. */
final class Misuse {

	private final Words words;

	Misuse(Words words) {
		this.words = words;
	}

	Message message(ParameterException problem) {
		if (problem instanceof UnmatchedArgumentException unmatched) {
			return surplus(unmatched);
		}
		if (problem instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
			ArgSpec argument = missing.getMissing().get(0);
			return Message.of("cli.misused.missing", name(argument), needs(argument));
		}
		ArgSpec argument = problem.getArgSpec();
		if (argument != null) {
			return Message.of("cli.misused.value", name(argument), value(problem.getValue()), needs(argument));
		}
		return Message.of("cli.misused.other", String.valueOf(problem.getMessage()));
	}

	private static Message surplus(UnmatchedArgumentException problem) {
		String surplus = problem.getUnmatched().get(0);
		CommandLine command = problem.getCommandLine();
		if (surplus.startsWith("-")) {
			return Message.of("cli.misused.no-option", surplus);
		}
		return command.getSubcommands().isEmpty() ? Message.of("cli.misused.too-much", surplus)
				: Message.of("cli.misused.no-command", surplus, String.join(", ", command.getSubcommands().keySet()));
	}

	private String needs(ArgSpec argument) {
		return this.words.of("cli.needs." + argument.paramLabel().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "-"));
	}

	private static String name(ArgSpec argument) {
		return (argument instanceof CommandLine.Model.OptionSpec option) ? option.longestName() : argument.paramLabel();
	}

	private static String value(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
