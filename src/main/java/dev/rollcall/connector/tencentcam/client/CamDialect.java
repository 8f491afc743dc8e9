package dev.rollcall.connector.tencentcam.client;

import java.util.Objects;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.remote.Dialect;
import dev.rollcall.connector.remote.Endpoint;
import dev.rollcall.connector.remote.Meaning;
import dev.rollcall.connector.remote.Meaning.Sense;
import dev.rollcall.connector.remote.Reason;
import dev.rollcall.connector.tencentcam.api.Answer;
import dev.rollcall.connector.tencentcam.api.Wrapped;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** How CAM says what became of a call: by a code within the answer, with HTTP 200. */
final class CamDialect implements Dialect<Wrapped<? extends Answer>> {

	/** Too many sub-users within a day, which no pause of a run outlasts. */
	static final String CREATIONS_USED_UP = "RequestLimitExceeded.CreateUser";

	private static final String NO_SUCH_USER = "ResourceNotFound.UserNotExist";

	@Override
	public String vendor() {
		return "tencentcam.vendor";
	}

	@Override
	public Meaning meaning(Endpoint endpoint, Wrapped<? extends Answer> answer) {
		Answer.Failure failure = (answer.response() != null) ? answer.response().error() : null;
		if (failure == null) {
			return Meaning.done();
		}
		String code = Objects.requireNonNullElse(failure.code(), "?");
		Reason reason = passing(code);
		return new Meaning(sense(code, reason), reason, code, Objects.requireNonNullElse(failure.message(), ""));
	}

	private static @Nullable Reason passing(String code) {
		if (code.equals(CREATIONS_USED_UP)) {
			return null;
		}
		if (code.startsWith("RequestLimitExceeded")) {
			return Reason.TOO_OFTEN;
		}
		return code.startsWith("InternalError") ? Reason.BUSY : null;
	}

	/** An internal error says that CAM has failed, not that it has not begun. */
	private static Sense sense(String code, @Nullable Reason reason) {
		if (reason != null) {
			return (reason == Reason.BUSY) ? Sense.DOUBTFUL : Sense.PASSING;
		}
		return code.equals(NO_SUCH_USER) ? Sense.GONE : Sense.REFUSED;
	}

	@Override
	public DirectoryException refusal(Endpoint endpoint, Meaning meaning) {
		Message text = Message.of(sentence(meaning.code()), endpoint.path(), meaning.code(), meaning.words());
		return new Refusal(text, meaning.code(), meaning.words());
	}

	private static String sentence(String code) {
		return switch (code) {
			case "AuthFailure.SignatureExpire" -> "tencentcam.refused.clock";
			case "AuthFailure.SecretIdNotFound", "AuthFailure.InvalidSecretId", "AuthFailure.SignatureFailure",
					"AuthFailure.InvalidAuthorization", "AuthFailure.TokenFailure" ->
				"tencentcam.refused.key";
			case "AuthFailure.UnauthorizedOperation", "UnauthorizedOperation" -> "tencentcam.refused.power";
			case "InvalidParameter.SubUserFull" -> "tencentcam.refused.full";
			case "InvalidParameter.SubUserNameInUse" -> "tencentcam.refused.name-taken";
			case "InvalidParameter.UserNameIllegal" -> "tencentcam.refused.name";
			case "OperationDenied.HaveKeys" -> "tencentcam.refused.keys";
			case CREATIONS_USED_UP -> "tencentcam.refused.creations";
			case NO_SUCH_USER -> "tencentcam.refused.gone";
			default -> "tencentcam.refused";
		};
	}

}
