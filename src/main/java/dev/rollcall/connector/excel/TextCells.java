package dev.rollcall.connector.excel;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.xlsx.Escapes;

/** Puts texts into cells, so that they stay texts whatever they begin with. */
final class TextCells {

	private static final int MAX_TEXT = 32_767;

	private final @Nullable CellStyle plain;

	private final CellStyle quoted;

	/**
	 * Texts in some styles.
	 * @param plain of a text that could be nothing else; null for none
	 * @param quoted of any other; made to be one that quotes
	 */
	TextCells(@Nullable CellStyle plain, CellStyle quoted) {
		this.plain = plain;
		this.quoted = quoted;
		quoted.setQuotePrefixed(true);
	}

	void set(Cell cell, String value) {
		String shown = Escapes.encode(value);
		cell.setCellValue((shown.length() > MAX_TEXT) ? shown.substring(0, MAX_TEXT) : shown);
		if (!value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0) {
			cell.setCellStyle(this.quoted);
		}
		else if (this.plain != null) {
			cell.setCellStyle(this.plain);
		}
	}

}
