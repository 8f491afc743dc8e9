package dev.rollcall.connector.excel.values;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.text.NumberText;
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Message;

/**
 * A mobile number: digits, with a plus before those of other countries. The code of China
 * is left out, as WeCom leaves it out.
 */
public final class Mobile implements FieldRule {

	/** WeCom, error 60103. */
	private static final int MAX_LENGTH = 32;

	private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]+");

	private static final Pattern CHINESE = Pattern.compile("(?:(?:\\+|00)?86)?(1[3-9][0-9]{9})");

	@Override
	public @Nullable Message apply(CellText cell, FieldsBuilder fields, int position) {
		if (isChinese(cell)) {
			fields.set(position, cell.bytes(), cell.from(), cell.length());
			return null;
		}
		if (!PhoneText.isOfDigits(cell)) {
			return ExcelMessage.VALUE_NOT_DIGITS.of();
		}
		String text = cell.text();
		if (FieldRule.isMasked(text)) {
			return ExcelMessage.VALUE_MASKED.of();
		}
		String number = PhoneText.compact(text, false);
		if (!NUMBER.matcher(number).matches()) {
			return ExcelMessage.MOBILE.of();
		}
		if (number.length() > MAX_LENGTH) {
			return ExcelMessage.VALUE_LONG.of(number.length(), MAX_LENGTH);
		}
		var chinese = CHINESE.matcher(number);
		if (!cell.isText() && !chinese.matches()) {
			return ExcelMessage.VALUE_ZEROS.of();
		}
		fields.set(position, chinese.matches() ? chinese.group(1) : number);
		return null;
	}

	/** Whether it is a Chinese number written as it should be, which nearly all are. */
	private static boolean isChinese(CellText cell) {
		byte[] bytes = cell.bytes();
		int from = cell.from();
		boolean digits = cell.length() == 11 && NumberText.isDigits(bytes, from, 11);
		return digits && bytes[from] == '1' && bytes[from + 1] >= '3' && (cell.isText() || cell.isNumber());
	}

}
