package dev.rollcall.connector.excel.values;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Message;

/** A landline number: digits, {@code -}, {@code +} and {@code ,}. */
public final class Telephone implements FieldRule {

	/** WeCom, error 301013. */
	private static final int MAX_LENGTH = 32;

	private static final Pattern NUMBER = Pattern.compile("[0-9+,-]+");

	/** Numbers that never begin with a zero: local ones, mobiles, 400 and 800. */
	private static final Pattern WITHOUT_ZERO = Pattern.compile("[0-9]{1,8}|1[3-9][0-9]{9}|[48]00[0-9]{7}");

	@Override
	public @Nullable Message apply(CellText cell, FieldsBuilder fields, int position) {
		if (!PhoneText.isOfDigits(cell)) {
			return ExcelMessage.VALUE_NOT_DIGITS.of();
		}
		if (!cell.isText() && !WITHOUT_ZERO.matcher(cell.text()).matches()) {
			return ExcelMessage.VALUE_ZEROS.of();
		}
		if (isPlain(cell.bytes(), cell.from(), cell.length())) {
			fields.set(position, cell.bytes(), cell.from(), cell.length());
			return null;
		}
		String text = cell.text();
		if (FieldRule.isMasked(text)) {
			return ExcelMessage.VALUE_MASKED.of();
		}
		String number = PhoneText.compact(text, true);
		if (!NUMBER.matcher(number).matches()) {
			return ExcelMessage.TELEPHONE.of();
		}
		if (number.length() > MAX_LENGTH) {
			return ExcelMessage.VALUE_LONG.of(number.length(), MAX_LENGTH);
		}
		fields.set(position, number);
		return null;
	}

	private static boolean isPlain(byte[] bytes, int from, int length) {
		for (int i = from; i < from + length; i++) {
			byte b = bytes[i];
			if ((b < '0' || b > '9') && b != '-' && b != '+' && b != ',') {
				return false;
			}
		}
		return length <= MAX_LENGTH;
	}

}
