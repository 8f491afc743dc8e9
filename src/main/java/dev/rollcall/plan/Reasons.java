package dev.rollcall.plan;

import java.util.List;

import dev.rollcall.directory.Message;

/** Why a change is in a plan, or why it is held back. */
public final class Reasons {

	private Reasons() {
	}

	/** Only the source has it. */
	static Message onlyInSource() {
		return Message.of("plan.reason.only-in-source");
	}

	/** Only the target has it. */
	static Message onlyInTarget() {
		return Message.of("plan.reason.only-in-target");
	}

	static Message differs(List<String> fields) {
		return Message.of("plan.reason.differs", String.join(", ", fields));
	}

	static Message overwritten(List<String> fields) {
		return Message.of("plan.reason.overwritten", String.join(", ", fields));
	}

	static Message renamed(long agreeing, long members) {
		return Message.of("plan.reason.same-members", agreeing, members);
	}

	static Message parked() {
		return Message.of("plan.reason.parked");
	}

	/** The source may not be whole. */
	static Message sourceIncomplete() {
		return Message.of("plan.withheld.source-incomplete");
	}

	/** Members or departments stay in the department. */
	static Message notEmpty() {
		return Message.of("plan.withheld.not-empty");
	}

	/**
	 * Another department, which stays, has the name; or the department above is withheld.
	 */
	static Message nameTaken() {
		return Message.of("plan.withheld.name-taken");
	}

	static Message sharedKey(int desired, int existing) {
		return Message.of("plan.conflict.shared-key", desired, existing);
	}

	static Message contradiction(String userid) {
		return Message.of("plan.conflict.contradiction", userid);
	}

}
