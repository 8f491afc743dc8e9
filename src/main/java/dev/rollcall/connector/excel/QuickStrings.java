package dev.rollcall.connector.excel;

import java.io.IOException;

/**
 * Reads shared strings that are written the way Excel writes nearly all of them,
 * {@code <si><t>…</t></si>}, straight from the scanner's window. Consumes only what
 * {@link XmlScanner} would have read the same way.
 */
final class QuickStrings {

	private static final long OPEN = XmlScanner.pack("<si><t>");

	private static final long OPEN_MASK = 0xFF_FFFF_FFFF_FFFFL;

	private static final long CLOSE = XmlScanner.pack("</t></si");

	private QuickStrings() {
	}

	/** Takes all texts that are complete in the window and so written. */
	static void take(XmlWindow in, SharedStrings strings) throws IOException {
		byte[] bytes = in.bytes;
		int end = in.end;
		int at = in.at;
		while (end - at > 16 && ((long) XmlTag.LONG.get(bytes, at) & OPEN_MASK) == OPEN) {
			int from = at + 7;
			int to = textEnd(bytes, from, end);
			if (end - to < 9 || (long) XmlTag.LONG.get(bytes, to) != CLOSE || bytes[to + 8] != '>'
					|| to - from > XmlScanner.MAX_TOKEN) {
				break;
			}
			int kind = Utf8.kind(bytes, from, to);
			if (kind > Utf8.UNCLEAN) {
				break;
			}
			strings.add(bytes, from, to - from, kind == 0);
			at = to + 9;
		}
		in.at = at;
	}

	/** The first byte that ends the text or that the scanner would not take as it is. */
	static int textEnd(byte[] bytes, int from, int end) {
		int next = from;
		while (next < end) {
			long eight = (long) XmlTag.LONG.get(bytes, next);
			long found = Utf8.equal(eight, '<') | Utf8.equal(eight, '&') | Utf8.equal(eight, '\r');
			if (found != 0) {
				return Math.min(end, next + (Long.numberOfTrailingZeros(found) >>> 3));
			}
			next += Long.BYTES;
		}
		return end;
	}

}
