package dev.rollcall.connector.excel.contacts;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.connector.excel.workbook.RowBlock;
import dev.rollcall.connector.excel.workbook.RowStream;

/**
 * What the top of a sheet shows: whether there is a header, and whether there is any text
 * at all.
 *
 * @param header null when none of the first {@value #ROWS} rows is one
 */
public record SheetHead(@Nullable Header header, boolean anyText) {

	static final int ROWS = 100;

	/** More text than that is no row of headings. */
	private static final int MAX_HEADINGS = 4 << 20;

	/**
	 * Reads as much of a sheet as is needed to tell.
	 * @param rows the sheet from its top
	 */
	public static SheetHead read(RowStream rows, CellText cell) throws IOException {
		RowBlock block = new RowBlock();
		boolean anyText = false;
		boolean top = true;
		do {
			block.clear(0);
			rows.fill(block);
			cell.prepare(block);
			for (int row = 0; row < block.rows() && (top || !anyText); row++) {
				top = block.rowNumber(row) <= ROWS;
				Header header = top ? header(block, row, cell) : null;
				if (header != null) {
					return new SheetHead(header, true);
				}
				anyText = anyText || !texts(block, row, cell).isEmpty();
			}
		}
		while (!block.isLast() && (top || !anyText));
		return new SheetHead(null, anyText);
	}

	/** The header that a row is, null if it is none. */
	static @Nullable Header header(RowBlock block, int row, CellText cell) {
		return Header.of(block.rowNumber(row), block.fields(row), texts(block, row, cell));
	}

	/** The texts of a row by column, without empty ones. */
	private static Map<Integer, String> texts(RowBlock block, int row, CellText cell) {
		Map<Integer, String> texts = new TreeMap<>();
		int size = 0;
		for (int i = block.rowStart(row); i < block.rowEnd(row) && size < MAX_HEADINGS; i++) {
			cell.load(block, i);
			size += cell.length();
			if (!cell.isBlank()) {
				texts.put(block.column(i), (cell.trouble() == null) ? cell.text() : "");
			}
		}
		return texts;
	}

}
