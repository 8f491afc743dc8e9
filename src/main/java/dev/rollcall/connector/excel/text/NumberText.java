package dev.rollcall.connector.excel.text;

import java.math.BigDecimal;
import java.math.MathContext;

import org.jspecify.annotations.Nullable;

/** Numbers as text: plain digits, never with an exponent, as short as they can be. */
public final class NumberText {

	/**
	 * Excel keeps no more; what stands behind them was lost before the file was written.
	 */
	public static final int MAX_DIGITS = 15;

	private NumberText() {
	}

	/** The whole number that these digits make; -1 if they are none or too many. */
	public static int parse(byte[] bytes, int from, int to) {
		int length = to - from;
		if (length <= 0 || length > 9) {
			return -1;
		}
		int number = 0;
		for (int i = from; i < to; i++) {
			int digit = bytes[i] - '0';
			if (digit < 0 || digit > 9) {
				return -1;
			}
			number = number * 10 + digit;
		}
		return number;
	}

	/**
	 * Whether a number is already written as its text: whole, not negative, not too long.
	 */
	public static boolean isPlain(byte[] bytes, int from, int length) {
		if (length == 0 || length > MAX_DIGITS || (length > 1 && bytes[from] == '0')) {
			return false;
		}
		return isDigits(bytes, from, length);
	}

	/** Whether there is nothing but digits, and at least one. */
	public static boolean isDigits(byte[] bytes, int from, int length) {
		for (int i = from; i < from + length; i++) {
			if (bytes[i] < '0' || bytes[i] > '9') {
				return false;
			}
		}
		return length > 0;
	}

	/** Whether a number has more digits before the point than Excel keeps. */
	public static boolean isTooLong(String number) {
		BigDecimal decimal = decimal(number);
		return decimal != null && decimal.precision() - (long) decimal.scale() > MAX_DIGITS;
	}

	/** A number as it is written in XML, as text; null if it is none. */
	public static @Nullable String of(String number) {
		BigDecimal decimal = decimal(number);
		if (decimal == null || decimal.scale() > 400) {
			return null;
		}
		if (decimal.precision() > MAX_DIGITS) {
			decimal = shortest(decimal.doubleValue());
		}
		return (decimal.signum() == 0) ? "0" : decimal.stripTrailingZeros().toPlainString();
	}

	/** The shortest decimal that is still this number: 1.1, not 1.1000000000000001. */
	private static BigDecimal shortest(double number) {
		BigDecimal exact = new BigDecimal(number);
		for (int digits = MAX_DIGITS; digits < 17; digits++) {
			BigDecimal rounded = exact.round(new MathContext(digits));
			if (rounded.doubleValue() == number) {
				return rounded;
			}
		}
		return exact.round(new MathContext(17));
	}

	private static @Nullable BigDecimal decimal(String number) {
		try {
			BigDecimal decimal = (number.length() <= 64) ? new BigDecimal(number.strip()) : null;
			return (decimal != null && Math.abs((long) decimal.scale()) > 1_000) ? null : decimal;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
