package dev.rollcall.directory;

/**
 * WeCom's rule for a department's name: 1 to 64 characters, none of {@code \ : * ? " < >
 * |}. A path joins names with {@value #SEPARATOR}.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90205">WeCom, create
 * department</a>
 */
public final class DepartmentName {

	public static final String SEPARATOR = "/";

	/** The limit of today's documentation; older texts say 32. */
	public static final int MAX_LENGTH = 64;

	/** How deep a tree may be, the company counted. */
	public static final int MAX_DEPTH = 15;

	private static final String FORBIDDEN = "\\:*?\"<>|";

	private DepartmentName() {
	}

	/** The first character that a name may not hold, or -1. */
	public static int forbidden(String name) {
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (FORBIDDEN.indexOf(c) >= 0 || c < ' ') {
				return c;
			}
		}
		return -1;
	}

	/** Its length as WeCom counts: characters, an astral one counts once. */
	public static int length(String name) {
		return name.codePointCount(0, name.length());
	}

}
