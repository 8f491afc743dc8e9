package dev.rollcall.connector.remote;

import java.util.Objects;
import java.util.function.Function;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.remote.Meaning.Sense;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.web.client.RestClientException;

/**
 * The attempts at one call. What may have been carried out already is sent again only if
 * that does no harm, and when the second answer then says no, nobody can tell what the
 * first one would have said: whoever has called must look.
 *
 * @param <A> what all answers of the vendor have in common
 * @param <T> the answer to this call
 */
final class Attempts<A, T extends A> {

	private static final int LONGEST_WORDS = 200;

	private final Calls<A> calls;

	private final Endpoint endpoint;

	private final Function<String, @Nullable T> once;

	private final TokenSupply tokens;

	/** Why the last attempt was not the last. */
	private @Nullable Reason reason;

	/** The vendor may have carried it out without having been able to say so. */
	private boolean perhapsDone;

	/** Another token has been fetched for this call. */
	private boolean renewed;

	Attempts(Calls<A> calls, Endpoint endpoint, Function<String, @Nullable T> once, TokenSupply tokens) {
		this.calls = calls;
		this.endpoint = endpoint;
		this.once = once;
		this.tokens = tokens;
	}

	/** An answer, and what it means. */
	private record Said<T>(T answer, Meaning meaning) {

		boolean refusesToken() {
			return this.meaning.sense() == Sense.TOKEN;
		}

	}

	/**
	 * Tries it, or tries it again. Another token is fetched once for a call; those that
	 * other threads have fetched meanwhile may be tried as well.
	 * @throws Again when another attempt may succeed
	 */
	T next() {
		if (this.reason != null) {
			this.calls.traffic().repeated(this.reason);
		}
		String token = this.tokens.token();
		Said<T> said = send(token);
		if (said.refusesToken() && !this.renewed) {
			this.renewed = true;
			this.calls.traffic().repeated(Reason.TOKEN);
			token = this.tokens.insteadOf(token);
			said = send(token);
		}
		if (said.refusesToken() && !this.tokens.token().equals(token)) {
			throw again(Reason.TOKEN, passing("remote.token-refused", said.meaning()));
		}
		return (said.meaning().sense() == Sense.DONE) ? said.answer() : refused(said);
	}

	private Said<T> send(String token) {
		Turns.Turn turn = this.calls.turns().take(this.endpoint);
		this.calls.traffic().called(this.endpoint);
		Verdict verdict = Verdict.UNKNOWN;
		try {
			T answer = this.once.apply(token);
			if (answer == null) {
				throw failed(new Mishap(Reason.SERVER, true, this.calls.unreadable(this.endpoint)));
			}
			Meaning meaning = this.calls.dialect().meaning(this.endpoint, answer);
			verdict = meaning.verdict();
			return new Said<>(answer, meaning.saying(words(meaning)));
		}
		catch (RestClientException ex) {
			Mishap mishap = Mishap.of(this.calls, this.endpoint, ex);
			verdict = (mishap.reason() == Reason.TOO_OFTEN) ? Verdict.TOO_OFTEN : verdict;
			throw failed(mishap);
		}
		finally {
			this.calls.turns().end(turn, verdict);
		}
	}

	private RuntimeException failed(Mishap mishap) {
		boolean twice = mishap.sent() && this.endpoint.effect() == Effect.ADDS;
		if (mishap.reason() == null || twice) {
			return mishap.told();
		}
		this.perhapsDone |= mishap.sent();
		return again(mishap.reason(), mishap.told());
	}

	/** Gives the answer when it says that what was wanted is done already. */
	private T refused(Said<T> said) {
		Meaning meaning = said.meaning();
		if (meaning.sense() == Sense.PASSING || meaning.sense() == Sense.DOUBTFUL) {
			this.perhapsDone |= meaning.sense() == Sense.DOUBTFUL;
			throw again(Objects.requireNonNullElse(meaning.reason(), Reason.BUSY), passing("remote.busy", meaning));
		}
		if (this.perhapsDone && this.endpoint.effect() != Effect.READS) {
			if (this.endpoint.effect() == Effect.DELETES && meaning.sense() == Sense.GONE) {
				return said.answer();
			}
			throw passing("remote.doubtful", meaning);
		}
		if (meaning.sense() == Sense.TOKEN) {
			throw passing("remote.token-refused", meaning);
		}
		throw this.calls.dialect().refusal(this.endpoint, meaning);
	}

	private Again again(Reason why, DirectoryException otherwise) {
		this.reason = why;
		return new Again(why, otherwise);
	}

	private DirectoryException passing(String sentence, Meaning meaning) {
		return new DirectoryException(Message.of(sentence, this.endpoint.path(), this.calls.dialect().vendor(),
				meaning.code(), meaning.words()), true, null);
	}

	private String words(Meaning meaning) {
		String words = this.calls.secrets().cover(meaning.words());
		return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
	}

}
