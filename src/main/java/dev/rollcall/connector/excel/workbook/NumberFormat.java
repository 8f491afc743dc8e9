package dev.rollcall.connector.excel.workbook;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a number format shows: a number, a date, a time of day or both.
 *
 * @see <a href=
 * "https://learn.microsoft.com/dotnet/api/documentformat.openxml.spreadsheet.numberingformat">ECMA-376,
 * part 1, 18.8.30 and 18.8.31</a>
 */
final class NumberFormat {

	private static final int MAX_DIGITS = 64;

	private NumberFormat() {
	}

	/**
	 * The type of cells with this format.
	 * @param id the format's number
	 * @param code its pattern; null for a format that every Excel has built in
	 */
	static byte type(int id, @Nullable String code) {
		return (code != null) ? type(code) : builtIn(id);
	}

	/**
	 * Formats that stand in no file. Those from 27 on are the ones of a Chinese Excel,
	 * which writes years, months and days as 年月日.
	 */
	private static byte builtIn(int id) {
		return switch (id) {
			case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> CellType.DATE;
			case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> CellType.TIME;
			case 22 -> CellType.DATE_TIME;
			default -> CellType.NUMBER;
		};
	}

	private static byte type(String code) {
		String letters = letters(code.toLowerCase(Locale.ROOT));
		if (letters.startsWith("general")) {
			return CellType.NUMBER;
		}
		boolean time = holdsAny(letters, "hs");
		boolean date = holdsAny(letters, "yde") || (!time && letters.indexOf('m') >= 0);
		return time ? (date ? CellType.DATE_TIME : CellType.TIME) : (date ? CellType.DATE : number(letters));
	}

	private static byte number(String letters) {
		String whole = letters.substring(0, (letters + ".").indexOf('.'));
		int digits = (int) whole.chars().filter((c) -> c == '0').count();
		return (digits < 2) ? CellType.NUMBER : (byte) (CellType.FILLED_NUMBER + Math.min(digits, MAX_DIGITS));
	}

	/** What stands for parts of a date or a number in the format's first section. */
	private static String letters(String code) {
		StringBuilder letters = new StringBuilder();
		int next = 0;
		while (next < code.length() && code.charAt(next) != ';') {
			char c = code.charAt(next);
			switch (c) {
				case '"' -> next = behind(code, next + 1, '"');
				case '[' -> {
					int close = behind(code, next + 1, ']');
					// Hours that go on behind 24 are a length of time, which is a number.
					if ("hms".indexOf(code.charAt(Math.min(next + 1, code.length() - 1))) >= 0) {
						return "";
					}
					next = close;
				}
				case '\\', '_', '*' -> next += 2;
				default -> next += letter(code, next, letters);
			}
		}
		return letters.toString();
	}

	/** Adds what stands here, unless it only looks like a part of a date. */
	private static int letter(String code, int at, StringBuilder letters) {
		for (String other : new String[] { "am/pm", "a/p", "e+", "e-" }) {
			if (code.startsWith(other, at)) {
				return other.length();
			}
		}
		letters.append(code.charAt(at));
		return 1;
	}

	private static int behind(String code, int from, char close) {
		int found = code.indexOf(close, from);
		return (found < 0) ? code.length() : found + 1;
	}

	private static boolean holdsAny(String letters, String wanted) {
		return letters.chars().anyMatch((c) -> wanted.indexOf(c) >= 0);
	}

}
