package dev.rollcall.connector.authing.read;

import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a user.
 *
 * @param member the member, or what is known of one who cannot be used; null for nobody
 * @param rejected why it cannot be used, null when it can
 * @param shown who it is, for the operator
 */
record Draft(@Nullable Member member, @Nullable Message rejected, String shown) {

	/** Whether it cannot even be told who it is, so that anybody could be. */
	boolean hidesSomebody() {
		return this.member == null && this.rejected != null;
	}

}
