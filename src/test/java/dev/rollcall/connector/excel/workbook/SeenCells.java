package dev.rollcall.connector.excel.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The cells of a sheet in one form, so that two ways of reading can be compared. */
public final class SeenCells {

	private SeenCells() {
	}

	/** All cells that hold something, as {@code row:column kind value}, sorted. */
	public static List<String> of(Book book, int sheet) throws IOException {
		List<String> cells = new ArrayList<>();
		try (RowStream rows = book.rows(sheet)) {
			CellText cell = new CellText(book);
			RowBlock block = new RowBlock();
			do {
				block.clear(sheet);
				rows.fill(block);
				cell.prepare(block);
				add(block, cell, cells);
			}
			while (!block.isLast());
		}
		book.strings().awaitAll();
		Collections.sort(cells);
		return cells;
	}

	private static void add(RowBlock block, CellText cell, List<String> cells) {
		for (int row = 0; row < block.rows(); row++) {
			for (int i = block.rowStart(row); i < block.rowEnd(row); i++) {
				String what = what(cell.load(block, i));
				if (!what.isEmpty()) {
					cells.add(block.rowNumber(row) + ":" + block.column(i) + " " + what);
				}
			}
		}
	}

	private static String what(CellText cell) {
		return switch (cell.type()) {
			case CellType.BOOLEAN -> "truth " + cell.text();
			case CellType.ERROR -> "error " + cell.raw();
			case CellType.NO_VALUE -> "no value";
			case CellType.DATE, CellType.TIME, CellType.DATE_TIME -> "date " + Double.parseDouble(cell.raw());
			default -> cell.isNumber() ? "number " + Double.parseDouble(cell.raw())
					: cell.raw().isEmpty() ? "" : "text " + cell.raw();
		};
	}

	/** What only one of two readings has. */
	public static List<String> differences(List<String> ours, List<String> theirs) {
		List<String> differences = new ArrayList<>();
		ours.stream().filter((cell) -> !theirs.contains(cell)).forEach((cell) -> differences.add("ours: " + cell));
		theirs.stream().filter((cell) -> !ours.contains(cell)).forEach((cell) -> differences.add("theirs: " + cell));
		if (differences.isEmpty() && ours.size() != theirs.size()) {
			differences.add(ours.size() + " cells and " + theirs.size());
		}
		return differences;
	}

}
