package dev.rollcall.connector.wecom.ids;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many short arrays of bytes without an object for each, so that a million members fit
 * into memory. Each is addressed by a number, and kept for as long as the pool.
 */
public final class BytePool {

	private static final int BITS = 20;

	private static final int CHUNK = 1 << BITS;

	private final List<byte[]> chunks = new ArrayList<>();

	private byte[] last = new byte[0];

	private int used;

	/**
	 * Keeps a copy; gives its number.
	 * @throws IllegalArgumentException when it is longer than 16 megabytes
	 */
	public int add(byte[] bytes) {
		int needed = bytes.length + 3;
		if (bytes.length >> 24 != 0) {
			throw new IllegalArgumentException(bytes.length + " bytes");
		}
		if (this.used + needed > this.last.length) {
			this.last = new byte[Math.max(CHUNK, needed)];
			this.chunks.add(this.last);
			this.used = 0;
		}
		int number = ((this.chunks.size() - 1) << BITS) | this.used;
		this.last[this.used] = (byte) (bytes.length >> 16);
		this.last[this.used + 1] = (byte) (bytes.length >> 8);
		this.last[this.used + 2] = (byte) bytes.length;
		System.arraycopy(bytes, 0, this.last, this.used + 3, bytes.length);
		this.used += needed;
		return number;
	}

	/** A copy of what has this number. */
	public byte[] get(int number) {
		byte[] chunk = this.chunks.get(number >>> BITS);
		int at = number & (CHUNK - 1);
		return Arrays.copyOfRange(chunk, at + 3, at + 3 + length(chunk, at));
	}

	/** Compares two userids by their bytes, ignoring the case of letters. */
	public int compare(int one, int other) {
		byte[] chunk = this.chunks.get(other >>> BITS);
		int at = other & (CHUNK - 1);
		return compare(one, chunk, at + 3, length(chunk, at));
	}

	/** Compares with a userid that is not in here; likewise. */
	public int compare(int one, byte[] other) {
		return compare(one, other, 0, other.length);
	}

	private int compare(int one, byte[] other, int start, int count) {
		byte[] chunk = this.chunks.get(one >>> BITS);
		int at = one & (CHUNK - 1);
		int length = length(chunk, at);
		for (int i = 0; i < Math.min(length, count); i++) {
			int difference = lower(chunk[at + 3 + i]) - lower(other[start + i]);
			if (difference != 0) {
				return difference;
			}
		}
		return length - count;
	}

	private static int length(byte[] chunk, int at) {
		return (chunk[at] & 0xFF) << 16 | (chunk[at + 1] & 0xFF) << 8 | (chunk[at + 2] & 0xFF);
	}

	private static int lower(byte letter) {
		return (letter >= 'A' && letter <= 'Z') ? letter + ('a' - 'A') : letter & 0xFF;
	}

}
