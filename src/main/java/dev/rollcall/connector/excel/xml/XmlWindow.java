package dev.rollcall.connector.excel.xml;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.ByteText;
import dev.rollcall.connector.excel.text.EightBytes;

/**
 * The part of an XML document that is in memory: it slides along as bytes are consumed,
 * and grows, up to a limit, for tokens that do not fit.
 */
public final class XmlWindow implements Closeable {

	/** The document from {@link #at} to before {@link #end}, and some room behind it. */
	byte[] bytes;

	/** The next byte that was not consumed. */
	int at;

	int end;

	private final InputStream in;

	private final String part;

	private boolean drained;

	XmlWindow(InputStream in, String part, int size) {
		this.in = in;
		this.part = part;
		this.bytes = new byte[size + EightBytes.PADDING];
	}

	/**
	 * The array that holds the window, for now: it may be another one after more was
	 * read.
	 */
	public byte[] bytes() {
		return this.bytes;
	}

	/** The place of the next byte that was not consumed. */
	public int at() {
		return this.at;
	}

	/** The place behind the last byte that is in the window. */
	public int end() {
		return this.end;
	}

	/** Consumes all bytes before a place. */
	public void moveTo(int place) {
		this.at = place;
	}

	/** Whether the document's last byte is in the window. */
	boolean isDrained() {
		return this.drained;
	}

	/** Consumes everything up to the end of this text. */
	void skipPast(String terminator) throws IOException {
		byte last = (byte) terminator.charAt(terminator.length() - 1);
		int before = terminator.length() - 1;
		while (require(terminator.length())) {
			int found = find(last, this.at + before);
			if (found < 0) {
				this.at = this.end - before;
				continue;
			}
			this.at = found - before;
			if (startsWith(terminator)) {
				this.at = found + 1;
				return;
			}
			this.at++;
		}
		throw new RefusedException(ExcelMessage.TRUNCATED, this.part);
	}

	boolean startsWith(String ascii) {
		if (this.end - this.at < ascii.length()) {
			return false;
		}
		for (int i = 0; i < ascii.length(); i++) {
			if (this.bytes[this.at + i] != ascii.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	int find(byte wanted, int from) {
		for (int i = from; i < this.end; i++) {
			if (this.bytes[i] == wanted) {
				return i;
			}
		}
		return -1;
	}

	/** Makes the window at least so many bytes wide; false when the document ends. */
	public boolean require(int count) throws IOException {
		while (this.end - this.at < count) {
			if (!fill()) {
				return false;
			}
		}
		return true;
	}

	boolean fill() throws IOException {
		if (this.drained) {
			return false;
		}
		if (this.at > 0) {
			System.arraycopy(this.bytes, this.at, this.bytes, 0, this.end - this.at);
			this.end -= this.at;
			this.at = 0;
		}
		int room = this.bytes.length - EightBytes.PADDING - this.end;
		if (room == 0) {
			if (this.end >= ByteText.MAX_LENGTH) {
				throw new RefusedException(ExcelMessage.TOO_LONG, this.part, ByteText.MAX_LENGTH / 1024);
			}
			this.bytes = Arrays.copyOf(this.bytes, Math.min(this.end * 2, ByteText.MAX_LENGTH) + EightBytes.PADDING);
			room = this.bytes.length - EightBytes.PADDING - this.end;
		}
		int count = this.in.read(this.bytes, this.end, room);
		this.drained = count < 0;
		this.end += Math.max(0, count);
		return !this.drained;
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
