package dev.rollcall.connector.wecom.client;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.connector.remote.Endpoint;
import dev.rollcall.connector.remote.Reason;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * What WeCom's codes mean to an operator, and what can be done about them. Programs go by
 * codes: the words that come with them may change at any time.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90313">WeCom, global
 * error codes</a>
 */
enum ErrorCode {

	ACCOUNTS("wecom.refused.accounts", 45024),

	ANOTHER_IMPORT("wecom.refused.another-import", 302008),

	BIZ_MAIL("wecom.refused.biz-mail", 60143, 60144, 60145),

	CORPORATION("wecom.refused.corporation", 40013),

	CREATOR("wecom.refused.creator", 301005),

	CYCLE("wecom.refused.cycle", 60010),

	DELETE_PROTECTION("wecom.refused.delete-protection", 45026),

	DEPARTMENT_NAME("wecom.refused.department-name", 60001, 60009, 60125),

	DEPARTMENT_TAKEN("wecom.refused.department-taken", 60008),

	DEPARTMENTS_FULL("wecom.refused.departments-full", 60002, 60110),

	DISABLED("wecom.refused.disabled", 50003),

	EMAIL("wecom.refused.email", 60105, 60141),

	EMAIL_TAKEN("wecom.refused.email-taken", 60106, 60142),

	HAS_DEPARTMENTS("wecom.refused.has-departments", 60006),

	HAS_MEMBERS("wecom.refused.has-members", 60005),

	INVISIBLE("wecom.refused.invisible", 60021),

	IP("wecom.refused.ip", 60020),

	LEADERS("wecom.refused.leaders", 60132, 60257),

	MEMBER_NAME("wecom.refused.member-name", 60112),

	MOBILE("wecom.refused.mobile", 60103),

	MOBILE_TAKEN("wecom.refused.mobile-taken", 60104),

	NEITHER_MOBILE_NOR_EMAIL("wecom.refused.neither-mobile-nor-email", 60129),

	NEW_IP("wecom.refused.new-ip", 48009),

	NO_DEPARTMENT("wecom.refused.no-department", 60003, 60123, 40066, 60127, 41019),

	NO_MEMBER("wecom.refused.no-member", 60111, 40003, 40031),

	NO_PARENT("wecom.refused.no-parent", 60004, 60124),

	OFTEN("wecom.refused.often", 45009),

	PARAMETER("wecom.refused.parameter", 40035, 40058, 40063),

	POWER("wecom.refused.power", 48002, 48004, 48008, 60011, 301002),

	RESULT_GONE("wecom.refused.result-gone", 40088, 40089),

	ROOT("wecom.refused.root", 60007),

	SECRET("wecom.refused.secret", 40001, 40091, 41004),

	TOKEN_MISSING("wecom.refused.token-missing", 41001),

	TOO_LARGE("wecom.refused.too-large", 45029),

	USERID("wecom.refused.userid", 301021),

	USERID_FIXED("wecom.refused.userid-fixed", 301036),

	USERID_TAKEN("wecom.refused.userid-taken", 60102);

	private static final Set<Integer> GONE = NO_MEMBER.and(NO_DEPARTMENT);

	private final String sentence;

	@SuppressWarnings("ImmutableEnumChecker") // What Set.of gives never changes.
	private final Set<Integer> codes;

	ErrorCode(String sentence, Integer... codes) {
		this.sentence = sentence;
		this.codes = Set.of(codes);
	}

	/** What to tell of a refusal. */
	static Message message(Endpoint kind, int code, String words) {
		ErrorCode known = of(code);
		return Message.of((known != null) ? known.sentence : "wecom.refused", kind.path(), String.valueOf(code), words);
	}

	/** Whether a secret, or the company that it belongs to, is wrong. */
	static boolean refusesSecret(int code) {
		return SECRET.codes.contains(code) || CORPORATION.codes.contains(code);
	}

	/** Whether a token is not taken any more, so that another one helps. */
	static boolean refusesToken(int code) {
		return code == 40014 || code == 42001;
	}

	/** Whether what was to be deleted is not there. */
	static boolean isGone(int code) {
		return GONE.contains(code);
	}

	/** Whether a call that was refused so may do once it is sent again. */
	static @Nullable Reason repeats(int code) {
		return switch (code) {
			case -1, 6000 -> Reason.BUSY;
			case 45009 -> Reason.TOO_OFTEN;
			case 45033 -> Reason.TOO_MANY_AT_ONCE;
			default -> null;
		};
	}

	/** Whether the caller has not the power to make that call, for whatever reason. */
	static boolean refusesPower(int code) {
		return POWER.codes.contains(code) || NEW_IP.codes.contains(code) || IP.codes.contains(code)
				|| DISABLED.codes.contains(code) || refusesSecret(code);
	}

	private static @Nullable ErrorCode of(int code) {
		return Arrays.stream(values()).filter((known) -> known.codes.contains(code)).findFirst().orElse(null);
	}

	private Set<Integer> and(ErrorCode other) {
		return Arrays.asList(this, other)
			.stream()
			.flatMap((known) -> known.codes.stream())
			.collect(Collectors.toUnmodifiableSet());
	}

}
