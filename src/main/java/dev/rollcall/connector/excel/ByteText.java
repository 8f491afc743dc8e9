package dev.rollcall.connector.excel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text as UTF-8 that grows up to {@link XmlScanner#MAX_TOKEN} and can be used again. */
final class ByteText {

	private final String part;

	private byte[] bytes = new byte[256 + XmlWindow.PADDING];

	private int length;

	/**
	 * An empty text.
	 * @param part what it stands in, for sentences
	 */
	ByteText(String part) {
		this.part = part;
	}

	void clear() {
		this.length = 0;
	}

	boolean isEmpty() {
		return this.length == 0;
	}

	int length() {
		return this.length;
	}

	/** The text, from the first byte on; there are more bytes behind it. */
	byte[] bytes() {
		return this.bytes;
	}

	/** Replaces the text. */
	void set(String text) throws IOException {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		clear();
		append(utf8, 0, utf8.length);
	}

	/** Whether cleaning would leave it as it is, as far as can be told quickly. */
	boolean isPlain() {
		return (kind() & ~Utf8.ESCAPE) == 0;
	}

	/** What kind of text it is, see {@link Utf8}. */
	int kind() {
		return Utf8.kind(this.bytes, 0, this.length);
	}

	void append(byte[] more, int from, int count) throws IOException {
		makeRoom(count);
		System.arraycopy(more, from, this.bytes, this.length, count);
		this.length += count;
	}

	void appendCodePoint(int codePoint) throws IOException {
		makeRoom(4);
		if (codePoint < 0x80) {
			this.bytes[this.length++] = (byte) codePoint;
			return;
		}
		byte[] utf8 = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
		append(utf8, 0, utf8.length);
	}

	private void makeRoom(int count) throws IOException {
		int needed = this.length + count;
		if (needed > XmlScanner.MAX_TOKEN) {
			throw new RefusedException(ExcelMessage.TOO_LONG, this.part, XmlScanner.MAX_TOKEN / 1024);
		}
		if (needed > this.bytes.length - XmlWindow.PADDING) {
			this.bytes = Arrays.copyOf(this.bytes, needed * 2 + XmlWindow.PADDING);
		}
	}

	@Override
	public String toString() {
		return new String(this.bytes, 0, this.length, StandardCharsets.UTF_8);
	}

}
