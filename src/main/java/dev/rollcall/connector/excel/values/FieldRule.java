package dev.rollcall.connector.excel.values;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Message;

/** How the values of one column are understood. Belongs to one thread. */
public interface FieldRule {

	/**
	 * Sets a field to what a cell says.
	 * @param cell a cell that is not blank and has no trouble
	 * @return null when the field was set; else why the value cannot be used
	 */
	@Nullable Message apply(CellText cell, FieldsBuilder fields, int position);

	/** Whether a cell holds an asterisk, see {@link #isMasked(String)}. */
	static boolean isMasked(CellText cell) {
		byte[] bytes = cell.bytes();
		for (int i = cell.from(); i < cell.from() + cell.length(); i++) {
			// The second is how a full-width one ends, as many other characters do.
			if (bytes[i] == '*' || bytes[i] == (byte) 0x8A) {
				return isMasked(cell.text());
			}
		}
		return false;
	}

	/** Whether a text holds an asterisk, which stands for what may not be shown. */
	static boolean isMasked(String text) {
		return text.indexOf('*') >= 0 || text.indexOf('＊') >= 0;
	}

}
