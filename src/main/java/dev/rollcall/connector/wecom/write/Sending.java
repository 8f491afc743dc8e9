package dev.rollcall.connector.wecom.write;

import dev.rollcall.connector.wecom.api.MemberWrite;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;

/**
 * A change of a member that keeps the rules.
 *
 * @param index its place among the changes that came together
 * @param change the change
 * @param body what is sent
 */
record Sending(int index, Change change, MemberWrite body) {

	boolean isCreation() {
		return this.change.kind() == ChangeKind.CREATE;
	}

	/** Whether it can be told by the userid alone that it has been carried out. */
	boolean bringsUserid() {
		return isCreation()
				|| (this.body.newUserid() != null && !this.body.newUserid().equalsIgnoreCase(this.body.userid()));
	}

	/** By what the member goes afterwards, in small letters. */
	String keyAfter() {
		return MemberBody.keyAfter(this.change);
	}

}
