package dev.rollcall.plan;

import java.util.Collection;
import java.util.List;

import dev.rollcall.directory.Message;

/** Why a change is in a plan, or why it is held back. */
public final class Reasons {

	/** So many of those who share a key are named. */
	private static final int SHOWN = 10;

	private Reasons() {
	}

	/** Only the source has it. */
	static Message onlyInSource() {
		return Message.of("plan.reason.only-in-source");
	}

	/** Only the source has it, and it has an account because it has applied for one. */
	static Message admitted() {
		return Message.of("plan.reason.admitted");
	}

	/** Only the target has it. */
	static Message onlyInTarget() {
		return Message.of("plan.reason.only-in-target");
	}

	/** Disabled in place of a deletion. */
	static Message disabled() {
		return Message.of("plan.reason.disabled");
	}

	/** Disabled, and to be deleted after a wait. */
	static Message disabledFirst(String wait) {
		return Message.of("plan.reason.disabled-first", wait);
	}

	/** Disabled by somebody else, and to be deleted after a wait that begins now. */
	static Message alreadyDisabled(String wait) {
		return Message.of("plan.reason.already-disabled", wait);
	}

	/** Disabled for so long that it is deleted now. */
	static Message waitIsOver(String since) {
		return Message.of("plan.reason.wait-is-over", since);
	}

	/** Enabled again, because the source has it again. */
	static Message returned(String since) {
		return Message.of("plan.reason.returned", since);
	}

	/** Enabled again, and differs in more than that. */
	static Message returnedAndDiffers(String since, List<String> fields) {
		return Message.of("plan.reason.returned-and-differs", since, String.join(", ", fields));
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

	/** Nobody stays in the department but members whom the target keeps. */
	static Message spared() {
		return Message.of("plan.withheld.spared");
	}

	/**
	 * Another department, which stays, has the name; or the department above is withheld.
	 */
	static Message nameTaken() {
		return Message.of("plan.withheld.name-taken");
	}

	/** It takes back what a run has done. */
	static Message undone(long run, Collection<String> lost) {
		return lost.isEmpty() ? Message.of("plan.reason.undone", run)
				: Message.of("plan.reason.undone-but", run, String.join(", ", lost));
	}

	/** It is not any more as the run has left it. */
	static Message changedSince(Collection<String> fields) {
		return Message.of("plan.withheld.changed-since", String.join(", ", fields));
	}

	/** What the run has deleted is there again, and is not what it was. */
	static Message createdSince(Collection<String> fields) {
		return Message.of("plan.withheld.created-since", String.join(", ", fields));
	}

	static Message goneSince() {
		return Message.of("plan.withheld.gone-since");
	}

	static Message departmentGone(String paths) {
		return Message.of("plan.withheld.department-gone", paths);
	}

	/** Nobody knows how it was before. */
	static Message unknownBefore(Collection<String> fields) {
		return Message.of("plan.withheld.unknown-before", String.join(", ", fields));
	}

	static Message cannotBeUndone(Collection<String> lost) {
		return Message.of("plan.withheld.cannot-be-undone", String.join(", ", lost));
	}

	static Message sharedKey(int desired, int existing) {
		return Message.of("plan.conflict.shared-key", desired, existing);
	}

	/** Members of both sides, by what operators know them. */
	static Message sharedKey(List<String> desired, List<String> existing) {
		return Message.of("plan.conflict.shared-members", desired.size(), existing.size(), first(desired),
				first(existing));
	}

	/** A weak key pairs them, and the one of the target belongs to somebody else. */
	static Message linkedToAnother(String desired, String existing) {
		return Message.of("plan.conflict.linked-to-another", desired, existing);
	}

	/** An account cannot be given another name, and belongs to somebody else. */
	static Message accountOfAnother(String desired, String existing, String name) {
		return Message.of("plan.conflict.account-of-another", desired, existing, name);
	}

	/** Several members would have accounts of one name. */
	static Message sameAccountName(String name, List<String> userids) {
		return Message.of("plan.conflict.same-account-name", name, first(userids));
	}

	/** There is an account of that name already, which is another member's. */
	static Message accountNameTaken(String name, String owner) {
		return Message.of("plan.conflict.account-name-taken", name, owner);
	}

	/** There is an account of that name already, which was made by hand. */
	static Message accountNameOfStranger(String name) {
		return Message.of("plan.conflict.account-name-of-stranger", name);
	}

	private static String first(List<String> keys) {
		return String.join(", ", keys.subList(0, Math.min(keys.size(), SHOWN)))
				+ ((keys.size() > SHOWN) ? ", \u2026" : "");
	}

	static Message contradiction(String userid) {
		return Message.of("plan.conflict.contradiction", userid);
	}

}
