package dev.rollcall.staging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Reads back what a {@link ByteSink} wrote. */
final class ByteSource {

	private final byte[] bytes;

	private final int end;

	private int next;

	ByteSource(byte[] bytes) {
		this(bytes, bytes.length);
	}

	ByteSource(byte[] bytes, int end) {
		this.bytes = bytes;
		this.end = end;
	}

	boolean hasMore() {
		return this.next < this.end;
	}

	long number() {
		long value = 0;
		int shift = 0;
		byte one;
		do {
			one = this.bytes[this.next++];
			value |= (one & 0x7FL) << shift;
			shift += 7;
		}
		while (one < 0);
		return value;
	}

	int count() {
		return (int) number();
	}

	@Nullable String text() {
		int code = count();
		if (code == 0) {
			return null;
		}
		String text = new String(this.bytes, this.next, code - 1, StandardCharsets.UTF_8);
		this.next += code - 1;
		return text;
	}

	String textOrEmpty() {
		String text = text();
		return (text != null) ? text : "";
	}

	/** All bytes that have not been read. */
	byte[] rest() {
		return Arrays.copyOfRange(this.bytes, this.next, this.end);
	}

	byte[] block() {
		int length = count();
		this.next += length;
		return Arrays.copyOfRange(this.bytes, this.next - length, this.next);
	}

}
