package dev.rollcall.directory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything Rollcall throws on purpose. Says what the reader must do about
 * it; the text is a {@link Message}, never a sentence.
 */
public abstract class RollcallException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message text;

	private final Remedy remedy;

	protected RollcallException(Message text, Remedy remedy, @Nullable Throwable cause) {
		super(text.toString(), cause);
		this.text = text;
		this.remedy = remedy;
	}

	/** The sentence to show: what, where, measured against allowed, and the next step. */
	public final Message text() {
		return this.text;
	}

	public final Remedy remedy() {
		return this.remedy;
	}

	/** What else there is to say, one thing after the other. */
	public List<Detail> details() {
		return List.of();
	}

	/**
	 * One of several things that are wrong.
	 *
	 * @param place where
	 * @param text what
	 */
	public record Detail(String place, Message text) {

	}

}
