package dev.rollcall.plan;

import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** What there is to know of accounts that a target would be asked to create. */
public interface AccountRules {

	/** Nothing speaks against any. */
	AccountRules NONE = new AccountRules() {
	};

	/**
	 * Why a member cannot get an account by the name that it would have; null when it
	 * can.
	 */
	default @Nullable Message objection(Member desired) {
		return null;
	}

	/** Whether a member is to have an account because an application was approved. */
	default boolean isAdmitted(Member desired) {
		return false;
	}

	/**
	 * Whether a person has said by which account a member is to go, so that it may be one
	 * that was somebody else's before: the same person's under another userid.
	 */
	default boolean isDecided(Member desired) {
		return false;
	}

}
