package dev.rollcall.staging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A growing array of bytes. Numbers take as many bytes as they need, seven bits in each.
 */
final class ByteSink {

	private byte[] bytes;

	private int size;

	ByteSink() {
		this(1 << 16);
	}

	/** One that has room for some bytes before it grows. */
	ByteSink(int room) {
		this.bytes = new byte[room];
	}

	int size() {
		return this.size;
	}

	byte[] array() {
		return this.bytes;
	}

	void clear() {
		this.size = 0;
	}

	ByteSink number(long value) {
		room(10);
		long rest = value;
		while ((rest & ~0x7FL) != 0) {
			this.bytes[this.size++] = (byte) (rest | 0x80);
			rest >>>= 7;
		}
		this.bytes[this.size++] = (byte) rest;
		return this;
	}

	ByteSink text(@Nullable String text) {
		if (text == null) {
			return number(0);
		}
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		number(utf8.length + 1L);
		return bytes(utf8, 0, utf8.length);
	}

	ByteSink block(byte[] block) {
		number(block.length);
		return bytes(block, 0, block.length);
	}

	ByteSink bytes(byte[] from, int offset, int count) {
		room(count);
		System.arraycopy(from, offset, this.bytes, this.size, count);
		this.size += count;
		return this;
	}

	/** Makes room for more bytes behind the last. */
	void room(int count) {
		if (this.size + count > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.size + count, this.bytes.length * 2));
		}
	}

	/** Says that bytes were written into {@link #array()} behind the last. */
	void wrote(int count) {
		this.size += count;
	}

	byte[] toArray() {
		return Arrays.copyOf(this.bytes, this.size);
	}

}
