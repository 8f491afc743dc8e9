package dev.rollcall.connector.excel.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;

/** A reference in XML: one of the five entities, or a character by its number. */
final class XmlReference {

	/** The longest that is understood: a number with some zeros to spare. */
	static final int MAX_LENGTH = 16;

	private XmlReference() {
	}

	/** The place behind the reference that starts here. */
	static int end(byte[] bytes, int from, int to, String part) throws IOException {
		int limit = Math.min(to, from + MAX_LENGTH);
		for (int i = from + 1; i < limit; i++) {
			if (bytes[i] == ';') {
				return i + 1;
			}
		}
		throw new RefusedException((to - from < MAX_LENGTH) ? ExcelMessage.TRUNCATED : ExcelMessage.DAMAGED, part);
	}

	/** The character that the reference from here to there stands for. */
	static int codePoint(byte[] bytes, int from, int to, String part) throws IOException {
		String name = new String(bytes, from + 1, to - from - 2, StandardCharsets.ISO_8859_1);
		int codePoint = switch (name) {
			case "lt" -> '<';
			case "gt" -> '>';
			case "amp" -> '&';
			case "quot" -> '"';
			case "apos" -> '\'';
			default -> number(name);
		};
		boolean allowed = codePoint >= ' ' || codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
		boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
		if (!allowed || surrogate || codePoint > Character.MAX_CODE_POINT || codePoint == 0xFFFE
				|| codePoint == 0xFFFF) {
			throw new RefusedException(ExcelMessage.DAMAGED, part);
		}
		return codePoint;
	}

	private static int number(String name) {
		boolean hexadecimal = name.startsWith("#x");
		int radix = hexadecimal ? 16 : 10;
		int number = 0;
		int digits = hexadecimal ? 2 : 1;
		if (!name.startsWith("#") || name.length() == digits) {
			return -1;
		}
		for (int i = digits; i < name.length(); i++) {
			int digit = Character.digit(name.charAt(i), radix);
			if (digit < 0 || number > Character.MAX_CODE_POINT) {
				return -1;
			}
			number = number * radix + digit;
		}
		return number;
	}

}
