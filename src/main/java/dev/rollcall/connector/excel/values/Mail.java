package dev.rollcall.connector.excel.values;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Message;

/** A mail address: something on both sides of one {@code @}. */
public final class Mail implements FieldRule {

	/** WeCom counts bytes here, error 60105. */
	private static final int MAX_LENGTH = 64;

	@Override
	public @Nullable Message apply(CellText cell, FieldsBuilder fields, int position) {
		byte[] bytes = cell.bytes();
		int from = cell.from();
		int to = from + cell.length();
		int ats = 0;
		boolean odd = false;
		for (int i = from; i < to; i++) {
			byte b = bytes[i];
			ats += (b == '@') ? 1 : 0;
			odd |= b <= ' ' || b == '*';
		}
		if (odd && FieldRule.isMasked(cell.text())) {
			return ExcelMessage.VALUE_MASKED.of();
		}
		if (ats != 1 || bytes[from] == '@' || bytes[to - 1] == '@' || (odd && cell.text().indexOf(' ') >= 0)) {
			return ExcelMessage.MAIL.of();
		}
		if (cell.length() > MAX_LENGTH) {
			return ExcelMessage.VALUE_LONG.of(cell.length(), MAX_LENGTH);
		}
		fields.set(position, bytes, from, cell.length());
		return null;
	}

}
