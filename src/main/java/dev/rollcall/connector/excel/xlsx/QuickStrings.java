package dev.rollcall.connector.excel.xlsx;

import java.io.IOException;

import dev.rollcall.connector.excel.text.ByteText;
import dev.rollcall.connector.excel.text.EightBytes;
import dev.rollcall.connector.excel.text.Utf8;
import dev.rollcall.connector.excel.workbook.SharedStrings;
import dev.rollcall.connector.excel.xml.XmlScanner;
import dev.rollcall.connector.excel.xml.XmlWindow;

/**
 * Reads shared strings that are written the way Excel writes nearly all of them,
 * {@code <si><t>…</t></si>}, straight from the scanner's window. Consumes only what
 * {@link XmlScanner} would have read the same way.
 */
final class QuickStrings {

	private static final long OPEN = EightBytes.pack("<si><t>");

	private static final long OPEN_MASK = 0xFF_FFFF_FFFF_FFFFL;

	private static final long CLOSE = EightBytes.pack("</t></si");

	private QuickStrings() {
	}

	/** Takes all texts that are complete in the window and so written. */
	static void take(XmlWindow in, SharedStrings strings) throws IOException {
		byte[] bytes = in.bytes();
		int end = in.end();
		int at = in.at();
		while (end - at > 16 && (EightBytes.at(bytes, at) & OPEN_MASK) == OPEN) {
			int from = at + 7;
			int to = textEnd(bytes, from, end);
			if (end - to < 9 || EightBytes.at(bytes, to) != CLOSE || bytes[to + 8] != '>'
					|| to - from > ByteText.MAX_LENGTH) {
				break;
			}
			int kind = Utf8.kind(bytes, from, to);
			if (kind > Utf8.UNCLEAN) {
				break;
			}
			strings.add(bytes, from, to - from, kind == 0);
			at = to + 9;
		}
		in.moveTo(at);
	}

	/** The first byte that ends the text or that the scanner would not take as it is. */
	static int textEnd(byte[] bytes, int from, int end) {
		int next = from;
		while (next < end) {
			long eight = EightBytes.at(bytes, next);
			long found = EightBytes.mark(eight, '<') | EightBytes.mark(eight, '&') | EightBytes.mark(eight, '\r');
			if (found != 0) {
				return Math.min(end, next + EightBytes.lowest(found));
			}
			next += Long.BYTES;
		}
		return end;
	}

}
