package dev.rollcall.connector.authing.write;

import dev.rollcall.plan.Change;
import org.jspecify.annotations.Nullable;

/**
 * A change of a member that keeps the rules.
 *
 * @param index its place among the changes that came together
 * @param change the change
 * @param body what is sent
 * @param places where the member is to be, null when that does not change
 */
record Sending(int index, Change change, MemberBody body, @Nullable Places places) {

	/** What a user is recognised by who is to be created. */
	Mark mark() {
		return Mark.of(this.body.write(false));
	}

}
