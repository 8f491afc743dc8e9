package dev.rollcall.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Rows of text in columns; a Chinese character takes two places. */
final class TextColumns {

	private static final int GAP = 2;

	private final List<String[]> rows = new ArrayList<>();

	TextColumns(String... headings) {
		this.rows.add(headings);
	}

	void add(String... cells) {
		this.rows.add(cells);
	}

	void print(PrintWriter out) {
		int count = this.rows.get(0).length;
		Column[] columns = new Column[count];
		for (int i = 0; i < count; i++) {
			int at = i;
			int width = this.rows.stream().mapToInt((row) -> width(row[at])).max().orElse(0);
			columns[i] = new Column(width + GAP, 0, Overflow.SPAN);
		}
		TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), columns);
		table.setAdjustLineBreaksForWideCJKCharacters(true);
		this.rows.forEach((row) -> table.addRowValues(Arrays.copyOf(row, row.length)));
		out.print(table);
		out.flush();
	}

	private static int width(String text) {
		return text.codePoints().map((c) -> (c >= 0x1100) ? 2 : 1).sum();
	}

}
