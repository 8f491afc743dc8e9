package dev.rollcall.connector.excel;

import java.nio.charset.StandardCharsets;

/** Turns parts of a workbook into something odd, for {@link Workbooks#changeBytes}. */
final class Odd {

	private Odd() {
	}

	/** The same document in UTF-16, with a byte order mark. */
	static byte[] inUtf16(byte[] xml) {
		String text = new String(xml, StandardCharsets.UTF_8).replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
		return text.getBytes(StandardCharsets.UTF_16);
	}

	/** The first half of a document. */
	static String half(String xml) {
		return xml.substring(0, xml.length() / 2);
	}

}
