package dev.rollcall.connector.wecom.client;

import java.util.Objects;
import java.util.regex.Pattern;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.remote.Dialect;
import dev.rollcall.connector.remote.Endpoint;
import dev.rollcall.connector.remote.Meaning;
import dev.rollcall.connector.remote.Meaning.Sense;
import dev.rollcall.connector.remote.Reason;
import dev.rollcall.connector.wecom.api.Answer;
import org.jspecify.annotations.Nullable;

/** How WeCom says what became of a call: by errcode, with HTTP 200 always. */
final class WeComDialect implements Dialect<Answer> {

	/** What WeCom adds to its words for its own staff, different each time. */
	private static final Pattern ADDED = Pattern.compile("[,.]?\\s*(hint:|from ip:|more info at).*", Pattern.DOTALL);

	@Override
	public String vendor() {
		return "wecom.vendor";
	}

	@Override
	public Meaning meaning(Endpoint endpoint, Answer answer) {
		int code = Objects.requireNonNullElse(answer.errcode(), 0);
		if (code == 0) {
			return Meaning.done();
		}
		String words = ADDED.matcher(Objects.requireNonNullElse(answer.errmsg(), "")).replaceFirst("");
		Reason reason = ErrorCode.repeats(code);
		return new Meaning(sense(code, reason), reason, String.valueOf(code), words);
	}

	/** -1 says that WeCom has failed, not that it has not begun. */
	private static Sense sense(int code, @Nullable Reason reason) {
		if (ErrorCode.refusesToken(code)) {
			return Sense.TOKEN;
		}
		if (reason != null) {
			return (code == -1) ? Sense.DOUBTFUL : Sense.PASSING;
		}
		return ErrorCode.isGone(code) ? Sense.GONE : Sense.REFUSED;
	}

	@Override
	public DirectoryException refusal(Endpoint endpoint, Meaning meaning) {
		int code = Integer.parseInt(meaning.code());
		return new Refusal(ErrorCode.message(endpoint, code, meaning.words()), code, meaning.words());
	}

}
