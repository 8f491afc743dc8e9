package dev.rollcall.directory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Puts {@link Fields} together, value by value in any order. What is not set is unknown.
 * Can be used again after {@link #build()}. Not for several threads.
 */
public final class FieldsBuilder {

	private final Schema schema;

	private final int[] start;

	private final int[] length;

	private byte[] buffer = new byte[512];

	private int used;

	public FieldsBuilder(Schema schema) {
		this.schema = schema;
		this.start = new int[schema.size()];
		this.length = new int[schema.size()];
		clear();
	}

	/** Sets a value; empty text for an empty field, null for an unknown one. */
	public FieldsBuilder set(int position, @Nullable String value) {
		if (value == null) {
			this.length[position] = -1;
			return this;
		}
		byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
		return set(position, utf8, 0, utf8.length);
	}

	/** Sets a value that is UTF-8 already; it is copied. */
	public FieldsBuilder set(int position, byte[] utf8, int offset, int count) {
		if (this.used + count > this.buffer.length) {
			this.buffer = Arrays.copyOf(this.buffer, Math.max(this.used + count, this.buffer.length * 2));
		}
		System.arraycopy(utf8, offset, this.buffer, this.used, count);
		this.start[position] = this.used;
		this.length[position] = count;
		this.used += count;
		return this;
	}

	/** Takes a value over as it stands in other fields, whatever its state. */
	public FieldsBuilder copy(int position, Fields from, int at) {
		int[] found = new int[2];
		from.locate(at, found);
		if (found[1] < 0) {
			this.length[position] = -1;
			return this;
		}
		return set(position, from.bytes(), found[0], found[1]);
	}

	/** The fields set since the last call. */
	public Fields build() {
		int size = 0;
		for (int count : this.length) {
			size += width(count + 1) + Math.max(0, count);
		}
		byte[] bytes = new byte[size];
		int next = 0;
		for (int count : this.length) {
			int code = count + 1;
			while (code > 0x7F) {
				bytes[next++] = (byte) (code | 0x80);
				code >>>= 7;
			}
			bytes[next++] = (byte) code;
		}
		for (int i = 0; i < this.length.length; i++) {
			if (this.length[i] > 0) {
				System.arraycopy(this.buffer, this.start[i], bytes, next, this.length[i]);
				next += this.length[i];
			}
		}
		clear();
		return Fields.decoded(this.schema, bytes);
	}

	private void clear() {
		Arrays.fill(this.length, -1);
		this.used = 0;
	}

	private static int width(int code) {
		int width = 1;
		for (int rest = code >>> 7; rest != 0; rest >>>= 7) {
			width++;
		}
		return width;
	}

}
