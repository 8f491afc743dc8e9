package dev.rollcall.connector.excel.text;

import java.text.Normalizer;

/**
 * How text is cleaned before it is used: without invisible characters, on one line, in
 * the composed form, without blanks at its ends.
 */
public final class Cleaning {

	private Cleaning() {
	}

	/** The text as it is used. */
	public static String clean(String raw) {
		StringBuilder kept = new StringBuilder(raw.length());
		for (int i = 0; i < raw.length(); i++) {
			char c = raw.charAt(i);
			if (isLineEnd(c)) {
				boolean second = c == '\n' && i > 0 && raw.charAt(i - 1) == '\r';
				if (!second) {
					kept.append(' ');
				}
			}
			else if (!isInvisible(c)) {
				kept.append(c);
			}
		}
		return trim(Normalizer.normalize(kept, Normalizer.Form.NFC));
	}

	/**
	 * The text without blanks at its ends. Joiners count as blanks there: inside, they
	 * hold emoji and the letters of some scripts together.
	 */
	public static String trim(String text) {
		int from = 0;
		int to = text.length();
		while (from < to && isBlank(text.charAt(from))) {
			from++;
		}
		while (to > from && isBlank(text.charAt(to - 1))) {
			to--;
		}
		return text.substring(from, to);
	}

	/** Whether a character is a blank, of any width. */
	public static boolean isBlank(char c) {
		return switch (c) {
			case ' ', '\t', '\u00A0', '\u1680', '\u200C', '\u200D', '\u202F', '\u205F', '\u3000' -> true;
			default -> c >= '\u2000' && c <= '\u200A';
		};
	}

	private static boolean isLineEnd(char c) {
		return c == '\n' || c == '\r' || c == '\t' || c == '\u0085' || c == '\u2028' || c == '\u2029';
	}

	/**
	 * Zero-width spaces, soft hyphens, byte order marks, control characters, and the
	 * marks of writing direction that come along when a number is copied out of a Windows
	 * dialog.
	 */
	private static boolean isInvisible(char c) {
		return switch (c) {
			case '\u00AD', '\u061C', '\u180E', '\u200B', '\u2060', '\uFEFF', '\u200E', '\u200F' -> true;
			default -> c < ' ' || (c >= '\u007F' && c <= '\u009F') || (c >= '\u202A' && c <= '\u202E')
					|| (c >= '\u2066' && c <= '\u2069');
		};
	}

}
