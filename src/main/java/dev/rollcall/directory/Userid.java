package dev.rollcall.directory;

import java.util.Locale;

/**
 * WeCom's rule for a member's account: 1 to 64 bytes, a letter or digit first, then
 * letters, digits, {@code _ - @ .}; two that differ in case only are the same.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90195">WeCom, create
 * member</a>
 */
public final class Userid {

	public static final int MAX_LENGTH = 64;

	private Userid() {
	}

	public static boolean isValid(String userid) {
		int length = userid.length();
		if (length == 0 || length > MAX_LENGTH || !isLetterOrDigit(userid.charAt(0))) {
			return false;
		}
		for (int i = 1; i < length; i++) {
			char c = userid.charAt(i);
			if (!isLetterOrDigit(c) && c != '_' && c != '-' && c != '@' && c != '.') {
				return false;
			}
		}
		return true;
	}

	/** What two accounts of the same member have in common. */
	public static String key(String userid) {
		return userid.toLowerCase(Locale.ROOT);
	}

	private static boolean isLetterOrDigit(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
	}

}
