package dev.rollcall.connector.excel.values;

import dev.rollcall.connector.excel.text.Cleaning;
import dev.rollcall.connector.excel.text.NumberText;
import dev.rollcall.connector.excel.workbook.CellText;

/** What mobile and landline numbers have in common. */
final class PhoneText {

	/** All the strokes that people take for a hyphen. */
	private static final String HYPHENS = "-‐‑‒–—−－";

	private static final String BRACKETS = "()（）[]【】";

	private PhoneText() {
	}

	/** Whether a cell can be a number to call: text, or a number that is only digits. */
	static boolean isOfDigits(CellText cell) {
		return cell.isText() || (cell.isNumber() && NumberText.isDigits(cell.bytes(), cell.from(), cell.length()));
	}

	/**
	 * The number with full-width characters made ASCII, and without blanks and brackets.
	 * @param hyphens whether hyphens stay, as ASCII ones
	 */
	static String compact(String text, boolean hyphens) {
		StringBuilder compact = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (HYPHENS.indexOf(c) >= 0) {
				if (hyphens) {
					compact.append('-');
				}
			}
			else if (!Cleaning.isBlank(c) && BRACKETS.indexOf(c) < 0) {
				compact.append((c >= '！' && c <= '～') ? (char) (c - '！' + '!') : c);
			}
		}
		return compact.toString();
	}

}
