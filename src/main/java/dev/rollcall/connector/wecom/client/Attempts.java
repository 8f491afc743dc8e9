package dev.rollcall.connector.wecom.client;

import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.wecom.api.Answer;
import dev.rollcall.connector.wecom.client.CallKind.Effect;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.web.client.RestClientException;

/**
 * The attempts at one call. What may have been carried out already is sent again only if
 * that does no harm, and when the second answer then says no, nobody can tell what the
 * first one would have said: whoever has called must look.
 */
final class Attempts<T extends Answer> {

	/** What WeCom adds to its words for its own staff, different each time. */
	private static final Pattern ADDED = Pattern.compile("[,.]?\\s*(hint:|from ip:|more info at).*", Pattern.DOTALL);

	private static final int LONGEST_WORDS = 200;

	private final Calls calls;

	private final CallKind kind;

	private final Function<String, @Nullable T> once;

	private final TokenSupply tokens;

	/** Why the last attempt was not the last. */
	private @Nullable Reason reason;

	/** WeCom may have carried it out without having been able to say so. */
	private boolean perhapsDone;

	/** Another token has been fetched for this call. */
	private boolean renewed;

	Attempts(Calls calls, CallKind kind, Function<String, @Nullable T> once, TokenSupply tokens) {
		this.calls = calls;
		this.kind = kind;
		this.once = once;
		this.tokens = tokens;
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
		T answer = send(token);
		if (ErrorCode.refusesToken(code(answer)) && !this.renewed) {
			this.renewed = true;
			this.calls.traffic().repeated(Reason.TOKEN);
			token = this.tokens.insteadOf(token);
			answer = send(token);
		}
		if (ErrorCode.refusesToken(code(answer)) && !this.tokens.token().equals(token)) {
			throw again(Reason.TOKEN, passing("wecom.token-refused", code(answer), words(answer)));
		}
		return (code(answer) == 0) ? answer : refused(answer);
	}

	private T send(String token) {
		Turns.Turn turn = this.calls.turns().take(this.kind);
		this.calls.traffic().called(this.kind);
		Verdict verdict = Verdict.UNKNOWN;
		try {
			T answer = this.once.apply(token);
			if (answer == null) {
				throw failed(new Mishap(Reason.SERVER, true, Mishap.unreadable(this.kind, this.calls.host())));
			}
			verdict = verdict(code(answer));
			return answer;
		}
		catch (RestClientException ex) {
			throw failed(Mishap.of(this.kind, ex, this.calls.host(), this.calls.secrets()));
		}
		finally {
			this.calls.turns().end(turn, verdict);
		}
	}

	private RuntimeException failed(Mishap mishap) {
		boolean twice = mishap.sent() && this.kind.effect() == Effect.ADDS;
		if (mishap.reason() == null || twice) {
			return mishap.told();
		}
		this.perhapsDone |= mishap.sent();
		return again(mishap.reason(), mishap.told());
	}

	/** Gives the answer when it says that what was wanted is done already. */
	private T refused(T answer) {
		int code = code(answer);
		String words = words(answer);
		Reason passing = ErrorCode.repeats(code);
		if (passing != null) {
			this.perhapsDone |= code == -1;
			throw again(passing, passing("wecom.busy", code, words));
		}
		if (this.perhapsDone && this.kind.effect() != Effect.READS) {
			if (this.kind.effect() == Effect.DELETES && ErrorCode.isGone(code)) {
				return answer;
			}
			throw passing("wecom.doubtful", code, words);
		}
		if (ErrorCode.refusesToken(code)) {
			throw passing("wecom.token-refused", code, words);
		}
		throw new Refusal(ErrorCode.message(this.kind, code, words), code, words);
	}

	private Again again(Reason why, DirectoryException otherwise) {
		this.reason = why;
		return new Again(why, otherwise);
	}

	private DirectoryException passing(String sentence, int code, String words) {
		return new DirectoryException(Message.of(sentence, this.kind.path(), String.valueOf(code), words), true, null);
	}

	private String words(T answer) {
		String words = ADDED.matcher(this.calls.secrets().cover(answer.errmsg())).replaceFirst("");
		return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
	}

	private static int code(Answer answer) {
		return Objects.requireNonNullElse(answer.errcode(), 0);
	}

	private static Verdict verdict(int code) {
		return switch (code) {
			case 45009 -> Verdict.TOO_OFTEN;
			case 45033 -> Verdict.TOO_MANY_AT_ONCE;
			default -> Verdict.FINE;
		};
	}

}
