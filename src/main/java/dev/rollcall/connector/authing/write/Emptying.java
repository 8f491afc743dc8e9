package dev.rollcall.connector.authing.write;

import org.jspecify.annotations.Nullable;

/**
 * How Authing is told to empty a field, which its pages do not say: null, until it has
 * turned out that an empty text is what it wants. Whoever empties one has to look whether
 * it is empty then.
 */
final class Emptying {

	private volatile boolean byText;

	/** How it is done now. */
	boolean byText() {
		return this.byText;
	}

	/** What has turned out to work. */
	void worksByText(boolean text) {
		this.byText = text;
	}

	/** What is sent. */
	static @Nullable Object value(boolean byText) {
		return byText ? "" : null;
	}

}
