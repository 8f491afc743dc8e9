package dev.rollcall.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns; a Chinese character takes two places. */
public final class TextColumns {

	private static final String GAP = "  ";

	private final List<String[]> rows = new ArrayList<>();

	public TextColumns(String... headings) {
		this.rows.add(headings);
	}

	public void add(String... cells) {
		this.rows.add(cells);
	}

	public void print(PrintWriter out) {
		int[] widths = new int[this.rows.get(0).length];
		for (String[] row : this.rows) {
			for (int i = 0; i < widths.length; i++) {
				widths[i] = Math.max(widths[i], width(row[i]));
			}
		}
		this.rows.forEach((row) -> out.println(line(row, widths)));
		out.flush();
	}

	private static String line(String[] row, int[] widths) {
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < row.length; i++) {
			line.append(row[i]).append(" ".repeat(widths[i] - width(row[i]))).append(GAP);
		}
		return line.toString().stripTrailing();
	}

	/** How many places a terminal gives a text. */
	private static int width(String text) {
		return text.codePoints().map((character) -> isWide(character) ? 2 : 1).sum();
	}

	private static boolean isWide(int character) {
		return switch (Character.UnicodeScript.of(character)) {
			case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
			default -> (character >= 0x3000 && character <= 0x303F) || (character >= 0xFF01 && character <= 0xFF60)
					|| (character >= 0x1F300 && character <= 0x1FAFF);
		};
	}

}
