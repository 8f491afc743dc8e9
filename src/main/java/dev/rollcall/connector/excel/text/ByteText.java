package dev.rollcall.connector.excel.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;

/** Text as UTF-8 that grows up to {@link #MAX_LENGTH} and can be used again. */
public final class ByteText {

	/** How many bytes one may have; Excel's longest text has some 96 KB. */
	public static final int MAX_LENGTH = 512 * 1024;

	private final String part;

	private byte[] bytes = new byte[256 + EightBytes.PADDING];

	private int length;

	/**
	 * An empty text.
	 * @param part what it stands in, for sentences
	 */
	public ByteText(String part) {
		this.part = part;
	}

	public void clear() {
		this.length = 0;
	}

	public boolean isEmpty() {
		return this.length == 0;
	}

	/** How many bytes there are. */
	public int length() {
		return this.length;
	}

	/** The text, from the first byte on; there are more bytes behind it. */
	public byte[] bytes() {
		return this.bytes;
	}

	/** Replaces the text. Half a character, as a formula can leave it, is left out. */
	public void set(String text) throws IOException {
		byte[] utf8 = whole(text).getBytes(StandardCharsets.UTF_8);
		clear();
		append(utf8, 0, utf8.length);
	}

	private static String whole(String text) {
		if (text.chars().noneMatch((c) -> Character.isSurrogate((char) c))) {
			return text;
		}
		int[] whole = text.codePoints().filter((c) -> Character.getType(c) != Character.SURROGATE).toArray();
		return new String(whole, 0, whole.length);
	}

	/** Whether cleaning would leave it as it is, as far as can be told quickly. */
	public boolean isPlain() {
		return (kind() & ~Utf8.ESCAPE) == 0;
	}

	/** What kind of text it is, see {@link Utf8}. */
	public int kind() {
		return Utf8.kind(this.bytes, 0, this.length);
	}

	/**
	 * Adds bytes, which must be UTF-8.
	 * @throws RefusedException when the text becomes too long
	 */
	public void append(byte[] more, int from, int count) throws IOException {
		makeRoom(count);
		System.arraycopy(more, from, this.bytes, this.length, count);
		this.length += count;
	}

	public void appendCodePoint(int codePoint) throws IOException {
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
		if (needed > MAX_LENGTH) {
			throw new RefusedException(ExcelMessage.TOO_LONG, this.part, MAX_LENGTH / 1024);
		}
		if (needed > this.bytes.length - EightBytes.PADDING) {
			this.bytes = Arrays.copyOf(this.bytes, needed * 2 + EightBytes.PADDING);
		}
	}

	@Override
	public String toString() {
		return new String(this.bytes, 0, this.length, StandardCharsets.UTF_8);
	}

}
