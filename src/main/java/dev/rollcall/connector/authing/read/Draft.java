package dev.rollcall.connector.authing.read;

import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a user.
 *
 * @param member the member, or what is known of one who cannot be used; null for nobody
 * @param rejected why it cannot be used, null when it can
 * @param column which of its values cannot be used, empty for no particular one
 * @param value that value, else what the user is called
 */
record Draft(@Nullable Member member, @Nullable Message rejected, String column, String value) {

	/** Somebody who can be used. */
	static Draft of(Member member) {
		return new Draft(member, null, "", "");
	}

	/** Somebody who is passed over in silence. */
	static Draft none() {
		return new Draft(null, null, "", "");
	}

	/** Whether it cannot even be told who it is, so that anybody could be. */
	boolean hidesSomebody() {
		return this.member == null && this.rejected != null;
	}

}
