package dev.rollcall.directory;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything Rollcall throws on purpose. Its kinds say what the reader must
 * do about it; the text is a {@link Message}, never a sentence.
 */
public abstract class RollcallException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message text;

	protected RollcallException(Message text, @Nullable Throwable cause) {
		super(text.toString(), cause);
		this.text = text;
	}

	/** The sentence to show: what, where, measured against allowed, and the next step. */
	public final Message text() {
		return this.text;
	}

}
