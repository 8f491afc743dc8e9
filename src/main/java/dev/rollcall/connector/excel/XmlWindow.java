package dev.rollcall.connector.excel;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of an XML document that is in memory: it slides along as bytes are consumed,
 * and grows, up to a limit, for tokens that do not fit.
 */
final class XmlWindow implements Closeable {

	/** Unused bytes behind the window, so that eight bytes can be read at any place. */
	static final int PADDING = 8;

	/** The document from {@link #at} to before {@link #end}. */
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
		this.bytes = new byte[size + PADDING];
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
	boolean require(int count) throws IOException {
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
		int room = this.bytes.length - PADDING - this.end;
		if (room == 0) {
			if (this.end >= XmlScanner.MAX_TOKEN) {
				throw new RefusedException(ExcelMessage.TOO_LONG, this.part, XmlScanner.MAX_TOKEN / 1024);
			}
			this.bytes = Arrays.copyOf(this.bytes, Math.min(this.end * 2, XmlScanner.MAX_TOKEN) + PADDING);
			room = this.bytes.length - PADDING - this.end;
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
