package dev.rollcall.connector.authing.client;

import java.util.Objects;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.authing.api.Envelope;
import dev.rollcall.connector.remote.Dialect;
import dev.rollcall.connector.remote.Effect;
import dev.rollcall.connector.remote.Endpoint;
import dev.rollcall.connector.remote.Meaning;
import dev.rollcall.connector.remote.Meaning.Sense;
import dev.rollcall.connector.remote.Reason;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * How Authing says what became of a call: by a status code within the answer, with HTTP
 * 200 almost always.
 */
final class AuthingDialect implements Dialect<Envelope<?>> {

	private static final int OK = 200;

	private static final int TOO_OFTEN = 429;

	/** Not logged in, which also stands for a token that has expired. */
	private static final int NOT_LOGGED_IN = 2020;

	@Override
	public String vendor() {
		return "authing.vendor";
	}

	@Override
	public Meaning meaning(Endpoint endpoint, Envelope<?> answer) {
		int status = Objects.requireNonNullElse(answer.statusCode(), OK);
		if (status == OK) {
			return Meaning.done();
		}
		String code = (answer.apiCode() != null) ? status + "/" + answer.apiCode() : String.valueOf(status);
		String words = Objects.requireNonNullElse(answer.message(), "");
		boolean withToken = endpoint != AuthingCall.TOKEN;
		return switch (status) {
			case 401 -> refusal(withToken && isExpired(answer.apiCode()) ? Sense.TOKEN : Sense.REFUSED, code, words);
			case 404 -> refusal(Sense.GONE, code, words);
			case TOO_OFTEN -> new Meaning(Sense.PASSING, Reason.TOO_OFTEN, code, words);
			case 500, 502, 503 -> mayHaveFailedHalfway(endpoint, code, words);
			default ->
				refusal(Objects.equals(answer.apiCode(), NOT_LOGGED_IN) && withToken ? Sense.TOKEN : Sense.REFUSED,
						code, words);
		};
	}

	/** What may have added something is not sent again before somebody has looked. */
	private static Meaning mayHaveFailedHalfway(Endpoint endpoint, String code, String words) {
		return (endpoint.effect() == Effect.ADDS) ? refusal(Sense.REFUSED, code, words)
				: new Meaning(Sense.DOUBTFUL, Reason.BUSY, code, words);
	}

	/** 1300 to 1306 say that the key is wrong or used wrongly: no token helps. */
	private static boolean isExpired(@Nullable Integer apiCode) {
		return apiCode == null || apiCode == NOT_LOGGED_IN;
	}

	private static Meaning refusal(Sense sense, String code, String words) {
		return new Meaning(sense, null, code, words);
	}

	@Override
	public DirectoryException refusal(Endpoint endpoint, Meaning meaning) {
		int status = Integer.parseInt(meaning.code().split("/")[0]);
		if (status == 500 || status == 502 || status == 503) {
			return new DirectoryException(
					Message.of("remote.busy", endpoint.path(), vendor(), meaning.code(), meaning.words()), true, null);
		}
		Message text = Message.of(sentence(status), endpoint.path(), meaning.code(), meaning.words());
		return new Refusal(text, status, meaning.words());
	}

	private static String sentence(int status) {
		return switch (status) {
			case 401 -> "authing.refused.key";
			case 402 -> "authing.refused.payment";
			case 403 -> "authing.refused.power";
			case 404 -> "authing.refused.gone";
			case 409 -> "authing.refused.taken";
			case 413 -> "authing.refused.too-large";
			case 422 -> "authing.refused.operation";
			default -> "authing.refused";
		};
	}

	@Override
	public @Nullable Reason passing(int status) {
		return (status == TOO_OFTEN) ? Reason.TOO_OFTEN : (status >= 500) ? Reason.SERVER : null;
	}

}
