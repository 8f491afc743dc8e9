package dev.rollcall.connector.excel.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;

/** Bytes in some encoding as UTF-8; what is not in that encoding is refused. */
final class TranscodedStream extends InputStream {

	private final Reader reader;

	private final Charset charset;

	private final String part;

	private final char[] chars = new char[8192];

	/** How many characters wait at the start: the first half of a pair, or none. */
	private int held;

	private byte[] encoded = {};

	private int at;

	TranscodedStream(InputStream in, Charset charset, String part) {
		this.reader = new InputStreamReader(in, charset.newDecoder());
		this.charset = charset;
		this.part = part;
	}

	@Override
	public int read() throws IOException {
		return hasMore() ? this.encoded[this.at++] & 0xFF : -1;
	}

	@Override
	public int read(byte[] into, int offset, int length) throws IOException {
		if (!hasMore()) {
			return -1;
		}
		int count = Math.min(length, this.encoded.length - this.at);
		System.arraycopy(this.encoded, this.at, into, offset, count);
		this.at += count;
		return count;
	}

	private boolean hasMore() throws IOException {
		while (this.at == this.encoded.length) {
			int count = take();
			if (count < 0) {
				return false;
			}
			int all = this.held + count;
			this.held = Character.isHighSurrogate(this.chars[all - 1]) ? 1 : 0;
			this.encoded = new String(this.chars, 0, all - this.held).getBytes(StandardCharsets.UTF_8);
			this.at = 0;
			this.chars[0] = this.chars[all - 1];
		}
		return true;
	}

	private int take() throws IOException {
		try {
			return this.reader.read(this.chars, this.held, this.chars.length - this.held);
		}
		catch (CharacterCodingException ex) {
			throw new RefusedException(ExcelMessage.ENCODING, this.part, this.charset.name()).because(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

}
