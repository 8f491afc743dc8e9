package dev.rollcall.connector.remote;

import dev.rollcall.connector.DirectoryException;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor says what became of a call.
 *
 * @param <A> what all of its answers have in common
 */
public interface Dialect<A> {

	/** The code of the words that operators call the vendor by. */
	String vendor();

	/** What an answer to a call of that kind means. */
	Meaning meaning(Endpoint endpoint, A answer);

	/** A refusal, as those who called and operators are told. */
	DirectoryException refusal(Endpoint endpoint, Meaning meaning);

	/**
	 * Whether a call may succeed later that was answered with an HTTP status other than
	 * 200.
	 * @return why it would be repeated, null when that is no use
	 */
	default @Nullable Reason passing(int status) {
		return (status == 429 || status >= 500) ? Reason.SERVER : null;
	}

}
