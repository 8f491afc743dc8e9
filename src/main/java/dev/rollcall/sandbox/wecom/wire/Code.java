package dev.rollcall.sandbox.wecom.wire;

/**
 * WeCom's error codes and its own words for them, as far as they are used here.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90313">WeCom, error
 * codes</a>
 */
public enum Code {

	BUSY(-1, "system error"),

	OK(0, "ok"),

	CONFLICT(6000, "data version conflict"),

	INVALID_CREDENTIAL(40001, "invalid credential"),

	INVALID_USERID(40003, "invalid userid"),

	INVALID_MEDIA(40007, "invalid media_id"),

	INVALID_MESSAGE(40008, "invalid message type"),

	INVALID_CORPID(40013, "invalid corpid"),

	INVALID_TOKEN(40014, "invalid access_token"),

	INVALID_USERIDS(40031, "invalid userid list"),

	TOO_MANY_USERIDS(40032, "invalid userid list size"),

	INVALID_PARAMETER(40058, "invalid Request Parameter"),

	EMPTY_PARAMETER(40063, "some parameters are empty"),

	INVALID_PARTIES(40066, "invalid party list"),

	JOB_NOT_FOUND(40088, "jobid not exist"),

	JOB_CLEARED(40089, "batch job result has been cleared"),

	FOREIGN_SECRET(40091, "secret is invalid"),

	INVALID_FILE(40092, "invalid import file"),

	TOKEN_MISSING(41001, "access_token missing"),

	CORPID_MISSING(41002, "corpid missing"),

	SECRET_MISSING(41004, "corpsecret missing"),

	MEDIA_MISSING(41006, "media_id missing"),

	USERID_MISSING(41009, "userid missing"),

	TOKEN_EXPIRED(42001, "access_token expired"),

	EMPTY_FILE(44001, "empty media data"),

	EMPTY_BODY(44002, "empty post data"),

	EMPTY_TEXT(44004, "empty content"),

	FILE_TOO_LARGE(45001, "media size out of limit"),

	TOO_OFTEN(45009, "api freq out of limit"),

	TOO_MANY_DELETIONS(45026, "too many users to delete"),

	ANSWER_TOO_LARGE(45029, "response size out of limit"),

	TOO_MANY_AT_ONCE(45033, "api concurrent out of limit"),

	NO_SUCH_USER(46004, "user not exist"),

	FORBIDDEN(48002, "api forbidden"),

	NEW_ADDRESS(48009, "api forbidden for contact assistant"),

	DEPARTMENT_LENGTH(60001, "department invalid length"),

	DEPARTMENT_DEPTH(60002, "department depth out of limit"),

	DEPARTMENT_NOT_FOUND(60003, "department not found"),

	PARENT_NOT_FOUND(60004, "parent department not found"),

	CONTAINS_USER(60005, "department contains user"),

	CONTAINS_DEPARTMENT(60006, "department contains sub-department"),

	ROOT_DEPARTMENT(60007, "root department can not be deleted"),

	DEPARTMENT_EXISTED(60008, "department existed"),

	INVALID_CHARACTER(60009, "department name include invalid char"),

	CIRCLE(60010, "department parent in a circle"),

	NO_PRIVILEGE(60011, "no privilege to access/modify contact/party/agent"),

	STRANGE_ADDRESS(60020, "not allow to access from your ip"),

	USERID_EXISTED(60102, "userid existed"),

	INVALID_MOBILE(60103, "invalid mobile"),

	MOBILE_EXISTED(60104, "mobile existed"),

	INVALID_EMAIL(60105, "invalid email"),

	EMAIL_EXISTED(60106, "email existed"),

	TOO_MANY_DEPARTMENTS(60110, "department count out of limit"),

	USERID_NOT_FOUND(60111, "userid not found"),

	INVALID_NAME(60112, "invalid name"),

	INVALID_PARTY(60123, "invalid party id"),

	INVALID_PARENT(60124, "invalid parent party id"),

	NEITHER_MOBILE_NOR_EMAIL(60129, "missing mobile and email"),

	LEADER_COUNT(60132, "is_leader_in_dept size not match department size"),

	INVALID_BIZ_MAIL(60143, "invalid biz_mail"),

	BIZ_MAIL_EXISTED(60145, "biz_mail existed"),

	TOO_MANY_LEADERS(60257, "direct_leader size out of limit"),

	INVALID_WEBHOOK(93000, "invalid webhook url"),

	CREATOR(301005, "can not delete creator"),

	INVALID_POSITION(301012, "invalid position"),

	INVALID_TELEPHONE(301013, "invalid telephone"),

	USERID_FIXED(301036, "userid can not be updated"),

	USERID_TWICE(302003, "userid duplicated in file"),

	INVALID_ORGANISATION(302004, "invalid organization"),

	PARTY_TWICE(302006, "partyid duplicated in file"),

	PARTY_NAME_TWICE(302007, "party name duplicated in same parent"),

	IMPORT_GOING_ON(302008, "batch job is running");

	private final int number;

	private final String words;

	Code(int number, String words) {
		this.number = number;
		this.words = words;
	}

	public int number() {
		return this.number;
	}

	public String words() {
		return this.words;
	}

}
