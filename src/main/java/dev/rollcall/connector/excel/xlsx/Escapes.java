package dev.rollcall.connector.excel.xlsx;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.ByteText;
import dev.rollcall.connector.excel.text.Utf8;

/**
 * The escapes of OOXML for characters that XML cannot hold: {@code _x000D_} is a carriage
 * return, {@code _x005F_} the low line that keeps what follows from being an escape.
 *
 * @see <a href=
 * "https://learn.microsoft.com/dotnet/api/documentformat.openxml.varianttypes.vtbstring">ST_Xstring</a>
 */
public final class Escapes {

	private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	/** A low line that would be taken for the start of an escape. */
	private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

	private Escapes() {
	}

	/** The text that is meant. */
	static String decode(String text) {
		Matcher escape = ESCAPE.matcher(text);
		return escape.replaceAll(
				(found) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
	}

	/**
	 * Replaces the escapes in a text out of XML.
	 * @param part where the text stands
	 * @throws RefusedException when it is not UTF-8
	 */
	static void decode(ByteText text, String part) throws IOException {
		int kind = text.kind();
		if (kind == Utf8.MALFORMED) {
			throw new RefusedException(ExcelMessage.ENCODING, part, "UTF-8");
		}
		if ((kind & Utf8.ESCAPE) != 0) {
			text.set(decode(text.toString()));
		}
	}

	/** The text as it must be written to be read the same. */
	public static String encode(String text) {
		String kept = LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_");
		StringBuilder encoded = new StringBuilder(kept.length());
		for (int i = 0; i < kept.length(); i++) {
			char c = kept.charAt(i);
			boolean control = c < ' ' && c != '\n' && c != '\t';
			if (control || c == '\uFFFE' || c == '\uFFFF') {
				encoded.append(String.format("_x%04X_", (int) c));
			}
			else {
				encoded.append(c);
			}
		}
		return encoded.toString();
	}

}
