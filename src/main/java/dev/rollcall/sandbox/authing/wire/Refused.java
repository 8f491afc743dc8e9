package dev.rollcall.sandbox.authing.wire;

import org.jspecify.annotations.Nullable;

/**
 * Authing says no.
 *
 * @see <a href= "https://docs.authing.cn/v3/reference/error-code.html">Authing, status
 * codes and business codes</a>
 */
public final class Refused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final int NO_SUCH_USER = 2004;

	private static final int NOT_SIGNED_IN = 2020;

	private static final int NO_SUCH_POOL = 2224;

	private final int status;

	private final @Nullable Integer business;

	private Refused(int status, @Nullable Integer business, String words) {
		super(words, null, false, false);
		this.status = status;
		this.business = business;
	}

	/** Something of the question cannot be so. */
	public static Refused invalid(String words) {
		return new Refused(400, null, words);
	}

	public static Refused missing(String field) {
		return invalid("参数 " + field + " 不能为空");
	}

	/** The caller is nobody, or not any more. */
	public static Refused stranger() {
		return new Refused(401, NOT_SIGNED_IN, "尚未登录，无访问权限");
	}

	public static Refused wrongKeys() {
		return new Refused(401, null, "accessKeyId 或 accessKeySecret 错误");
	}

	public static Refused noSuchPool() {
		return new Refused(404, NO_SUCH_POOL, "用户池不存在");
	}

	public static Refused noSuchUser() {
		return new Refused(404, NO_SUCH_USER, "用户不存在");
	}

	/** Something is not there. */
	public static Refused notFound(String what) {
		return new Refused(404, null, what + "不存在");
	}

	/** Somebody else has a value that only one may have. */
	public static Refused taken(String field) {
		return new Refused(409, null, field + " 已存在");
	}

	/** It might be done to something else, but not to this. */
	public static Refused impossible(String words) {
		return new Refused(422, null, words);
	}

	public static Refused tooOften() {
		return new Refused(429, null, "您的请求已超过最大数量限制，请稍后重试");
	}

	public static Refused broken() {
		return new Refused(500, null, "服务器内部错误");
	}

	public static Refused unavailable() {
		return new Refused(503, null, "服务暂不可用，请稍后重试");
	}

	/** The {@code statusCode}. */
	public int status() {
		return this.status;
	}

	/** The {@code apiCode}, null when the failure has none. */
	public @Nullable Integer business() {
		return this.business;
	}

	public String words() {
		return String.valueOf(getMessage());
	}

}
