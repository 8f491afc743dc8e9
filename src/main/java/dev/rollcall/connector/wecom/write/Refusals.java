package dev.rollcall.connector.wecom.write;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.wecom.api.Departments;
import dev.rollcall.connector.wecom.client.Refusal;
import dev.rollcall.directory.Message;

/**
 * What WeCom's refusals mean for a change.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90313">WeCom, global
 * error codes</a>
 */
final class Refusals {

	static final int DEPARTMENT_EXISTS = 60008;

	static final int IMPORT_RUNNING = 302008;

	private static final Set<Integer> NO_MEMBER = Set.of(60111, 60121);

	private static final Set<Integer> NO_DEPARTMENT = Set.of(60003, 60123);

	/**
	 * Whoever calls may not, so that every other change would be refused as well: wrong
	 * secret or token, no right to write, not from this address, switched off.
	 */
	private static final Set<Integer> ABOUT_THE_CALLER = Set.of(40001, 40013, 40014, 40091, 41001, 42001, 48002, 48004,
			50003, 60020);

	private Refusals() {
	}

	/**
	 * The outcome of a change that WeCom has refused.
	 * @throws Refusal when it is not about the change
	 */
	static Outcome of(Refusal refusal) {
		throwIfAboutTheCaller(refusal);
		return Outcome.failed(refusal.text());
	}

	static void throwIfAboutTheCaller(Refusal refusal) {
		if (ABOUT_THE_CALLER.contains(refusal.code())) {
			throw refusal;
		}
	}

	/** Whether it says that a member is not there. */
	static boolean isNoMember(Refusal refusal) {
		return NO_MEMBER.contains(refusal.code());
	}

	/** Whether it says that a department is not there. */
	static boolean isNoDepartment(Refusal refusal) {
		return NO_DEPARTMENT.contains(refusal.code());
	}

	/** Done, unless WeCom has made departments up on the way. */
	static Outcome made(List<Departments.Item> departments) {
		if (departments.isEmpty()) {
			return Outcome.done();
		}
		return Outcome.failed(Message.of("wecom.made-departments",
				departments.stream()
					.map((department) -> department.id() + " " + ((department.name() != null) ? department.name() : ""))
					.map(String::strip)
					.collect(Collectors.joining(", "))));
	}

}
