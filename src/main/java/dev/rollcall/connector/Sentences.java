package dev.rollcall.connector;

import dev.rollcall.directory.Message;

/** Puts messages into the words of the operator's language. */
@FunctionalInterface
public interface Sentences {

	String of(Message message);

}
