package dev.rollcall.connector.wecom.write;

import java.util.List;
import java.util.Objects;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Lost;

/** What cannot be had back in WeCom. */
final class Irrevocable {

	/** The number of the top department, which is always there. */
	private static final String TOP = "1";

	private Irrevocable() {
	}

	/** What of a change that takes another one back WeCom does not bring about. */
	static Lost lost(Change inverse) {
		return switch (inverse.entry()) {
			case DEPARTMENT -> ofDepartment(inverse);
			case MEMBER -> ofMember(inverse);
		};
	}

	private static Lost ofDepartment(Change inverse) {
		return switch (inverse.kind()) {
			case CREATE -> (DepartmentRules.askable(id(Objects.requireNonNull(inverse.after()))) != null) ? Lost.NOTHING
					: Lost.only("wecom.lost.number");
			case DELETE -> TOP.equals(inverse.ref()) ? new Lost(List.of("wecom.lost.top"), true) : Lost.NOTHING;
			case UPDATE, MOVE, DISABLE -> Lost.NOTHING;
		};
	}

	private static String id(Entry after) {
		return String.valueOf(((Department) after).id());
	}

	private static Lost ofMember(Change inverse) {
		return switch (inverse.kind()) {
			case CREATE ->
				Lost.only("wecom.lost.activation", "wecom.lost.avatar", "wecom.lost.leader", "wecom.lost.mailbox");
			case DELETE, DISABLE -> Lost.NOTHING;
			// A userid can be changed once, which has been done.
			case UPDATE, MOVE ->
				(MemberBody.newUserid(inverse) != null) ? Lost.only("wecom.lost.userid") : Lost.NOTHING;
		};
	}

}
