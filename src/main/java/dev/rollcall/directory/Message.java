package dev.rollcall.directory;

import java.util.List;

/**
 * Something to be said to an operator: a code that names a sentence in the message
 * bundles, and the values that go into it. Sentences are put together only where they are
 * shown, so that a stored reason can be read in any language.
 *
 * @param code the sentence, such as {@code plan.reason.left}
 * @param arguments what the sentence speaks of, in its order; personal values are masked
 * before they get here
 */
public record Message(String code, List<String> arguments) {

	public Message {
		arguments = List.copyOf(arguments);
	}

	public static Message of(String code, Object... arguments) {
		return new Message(code, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
	}

	@Override
	public String toString() {
		return this.arguments.isEmpty() ? this.code : this.code + this.arguments;
	}

}
