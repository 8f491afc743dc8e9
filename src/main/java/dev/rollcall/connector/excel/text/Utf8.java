package dev.rollcall.connector.excel.text;

/**
 * Looks at text as UTF-8 without making a {@code String} of it.
 *
 * <p>
 * Plain text is text that {@link Cleaning} would leave as it is. Only what can be told
 * quickly is called plain: printable ASCII and the Chinese characters and marks that
 * nearly all contacts are written with; everything else is looked at closely by
 * {@link Cleaning}.
 */
public final class Utf8 {

	/** Not plain: must be cleaned before it is used. */
	public static final int UNCLEAN = 1;

	/** Holds {@code _x}, which may be the start of an escape in OOXML. */
	public static final int ESCAPE = 2;

	/** Not UTF-8. */
	public static final int MALFORMED = 4;

	private Utf8() {
	}

	/**
	 * What kind of text this is: 0 for plain, else flags.
	 * @param bytes an array with at least eight more bytes behind the text
	 */
	public static int kind(byte[] bytes, int from, int to) {
		if (from == to) {
			return 0;
		}
		int kind = (bytes[from] == ' ' || bytes[to - 1] == ' ') ? UNCLEAN : 0;
		int next = from;
		while (next < to) {
			next = skipPrintable(bytes, next, to);
			if (next >= to) {
				break;
			}
			int b = bytes[next];
			if (b >= 0) {
				if (b == '_') {
					kind |= (next + 1 < to && bytes[next + 1] == 'x') ? ESCAPE : 0;
				}
				else if (b < ' ' || b == 0x7F) {
					kind |= UNCLEAN;
				}
				next++;
				continue;
			}
			int length = length(bytes, next, to);
			if (length == 0) {
				return MALFORMED;
			}
			if (!isInert(bytes, next, length)) {
				kind |= UNCLEAN;
			}
			next += length;
		}
		return kind;
	}

	/** Passes over printable ASCII other than the low line, eight bytes at a time. */
	private static int skipPrintable(byte[] bytes, int from, int to) {
		int next = from;
		while (next < to) {
			long eight = EightBytes.at(bytes, next);
			long odd = EightBytes.markOdd(eight) | EightBytes.mark(eight, '_');
			if (odd != 0) {
				return next + EightBytes.lowest(odd);
			}
			next += Long.BYTES;
		}
		return next;
	}

	/** The length of the character that starts here, 0 if it is not well-formed. */
	private static int length(byte[] bytes, int from, int to) {
		int first = bytes[from] & 0xFF;
		int length = (first >= 0xF0) ? 4 : (first >= 0xE0) ? 3 : 2;
		if (first < 0xC2 || first > 0xF4 || from + length > to) {
			return 0;
		}
		for (int i = 1; i < length; i++) {
			if ((bytes[from + i] & 0xC0) != 0x80) {
				return 0;
			}
		}
		int second = bytes[from + 1] & 0xFF;
		boolean overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
		boolean beyond = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90);
		return (overlong || beyond) ? 0 : length;
	}

	/**
	 * Whether a character can stand anywhere without {@link Cleaning} changing it or what
	 * is beside it: Chinese characters, full-width forms, the punctuation of Chinese
	 * texts, and the dot in names.
	 */
	private static boolean isInert(byte[] bytes, int from, int length) {
		int first = bytes[from] & 0xFF;
		int second = bytes[from + 1] & 0xFF;
		if (length == 2) {
			return first == 0xC2 && second == 0xB7;
		}
		int third = bytes[from + 2] & 0xFF;
		return length == 3 && switch (first) {
			case 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9 -> true;
			case 0xE3 -> second == 0x80 && third > 0x80 && third < 0xAA;
			case 0xE2 -> second == 0x80 && third >= 0x93 && third <= 0x9D;
			case 0xEF -> (second == 0xBC && third > 0x80) || (second == 0xBD && third <= 0x9E);
			default -> false;
		};
	}

}
