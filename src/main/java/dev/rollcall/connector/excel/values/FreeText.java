package dev.rollcall.connector.excel.values;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Message;

/**
 * Any text up to a length.
 *
 * @param limit how many characters; one outside the basic plane counts once
 * @param maskable whether it can be masked, so that it must not be written anywhere
 * @param anything whether dates and truths are taken as well, as text
 */
public record FreeText(int limit, boolean maskable, boolean anything) implements FieldRule {

	@Override
	public @Nullable Message apply(CellText cell, FieldsBuilder fields, int position) {
		if (!this.anything && !cell.isText() && !cell.isNumber()) {
			return ExcelMessage.VALUE_NOT_TEXT.of();
		}
		if (cell.length() > this.limit) {
			String text = cell.text();
			int length = text.codePointCount(0, text.length());
			if (length > this.limit) {
				return ExcelMessage.VALUE_LONG.of(length, this.limit);
			}
		}
		if (this.maskable && FieldRule.isMasked(cell.text())) {
			return ExcelMessage.VALUE_MASKED.of();
		}
		fields.set(position, cell.bytes(), cell.from(), cell.length());
		return null;
	}

}
