package dev.rollcall.connector.tencentcam.write;

import java.util.Set;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.tencentcam.client.Refusal;
import dev.rollcall.directory.Message;

/** What CAM's refusals mean for a change. */
final class Refusals {

	static final String NAME_IN_USE = "InvalidParameter.SubUserNameInUse";

	static final String FULL = "InvalidParameter.SubUserFull";

	static final String CREATIONS_USED_UP = "RequestLimitExceeded.CreateUser";

	static final String GROUP_FULL = "InvalidParameter.GroupUserFull";

	static final String USER_GROUPS_FULL = "InvalidParameter.UserGroupFull";

	private static final String INVALID = "InvalidParameter";

	private static final String NO_SUCH_USER = "ResourceNotFound.UserNotExist";

	/**
	 * Who calls is unknown: every other change would be refused, too. What its power does
	 * not cover may differ from one sub-user to the next.
	 */
	private static final Set<String> ABOUT_THE_CALLER = Set.of("AuthFailure.InvalidAuthorization",
			"AuthFailure.InvalidSecretId", "AuthFailure.MFAFailure", "AuthFailure.SecretIdNotFound",
			"AuthFailure.SignatureExpire", "AuthFailure.SignatureFailure", "AuthFailure.TokenFailure");

	private Refusals() {
	}

	/**
	 * CAM's words for a change that it has refused.
	 * @throws Refusal when it is not about the change
	 */
	static Message words(Refusal refusal) {
		throwIfAboutTheCaller(refusal);
		return refusal.text();
	}

	static void throwIfAboutTheCaller(Refusal refusal) {
		if (ABOUT_THE_CALLER.contains(refusal.code())) {
			throw refusal;
		}
	}

	/** Whether it says that a sub-user is not there. */
	static boolean isGone(Refusal refusal) {
		return refusal.code().equals(NO_SUCH_USER);
	}

	/** Whether it says that something in the call is not as CAM wants it. */
	static boolean isInvalid(Refusal refusal) {
		return refusal.code().startsWith(INVALID);
	}

	/**
	 * Makes a call that does no harm when it is made twice, once more if nobody knows
	 * what became of it.
	 * @throws DirectoryException when that still cannot be told
	 */
	static void surely(Runnable call) {
		try {
			call.run();
		}
		catch (DirectoryException ex) {
			if (!ex.isPassing()) {
				throw ex;
			}
			call.run();
		}
	}

}
