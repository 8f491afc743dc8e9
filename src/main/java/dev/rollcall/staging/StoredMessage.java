package dev.rollcall.staging;

import java.util.Arrays;
import java.util.List;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Messages as text in a column: code and arguments, separated by characters that no
 * message holds.
 */
final class StoredMessage {

	private static final String UNIT = "\u001f";

	private static final String RECORD = "\u001e";

	/** What a column takes; longer arguments are cut. */
	private static final int MAX = 4000;

	private StoredMessage() {
	}

	static String of(Message message) {
		StringBuilder text = new StringBuilder(message.code());
		for (String argument : message.arguments()) {
			text.append(UNIT).append(argument.replace(UNIT, " ").replace(RECORD, " "));
		}
		return cut(text.toString());
	}

	private static String cut(String text) {
		if (text.length() <= MAX) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(MAX - 1)) ? MAX - 1 : MAX);
	}

	static @Nullable String ofNullable(@Nullable Message message) {
		return (message != null) ? of(message) : null;
	}

	static Message message(String stored) {
		List<String> parts = Arrays.asList(stored.split(UNIT, -1));
		return new Message(parts.get(0), parts.subList(1, parts.size()));
	}

	static String ofAll(List<Message> messages) {
		return String.join(RECORD, messages.stream().map(StoredMessage::of).toList());
	}

	static List<Message> messages(String stored) {
		return stored.isEmpty() ? List.of()
				: Arrays.stream(stored.split(RECORD, -1)).map(StoredMessage::message).toList();
	}

	/** Names, of fields or sheets, in one column. */
	static String ofNames(List<String> names) {
		return String.join(UNIT, names);
	}

	static List<String> names(String stored) {
		return stored.isEmpty() ? List.of() : Arrays.asList(stored.split(UNIT, -1));
	}

}
