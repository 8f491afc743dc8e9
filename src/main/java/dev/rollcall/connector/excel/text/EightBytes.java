package dev.rollcall.connector.excel.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes of an array at once, the first one lowest. Whoever does so keeps
 * {@link #PADDING} unused bytes behind what it looks at.
 */
public final class EightBytes {

	/** How many bytes must follow the last place that is looked at. */
	public static final int PADDING = Long.BYTES;

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long ONES = 0x0101010101010101L;

	private static final long HIGH = 0x8080808080808080L;

	private EightBytes() {
	}

	/** The bytes that start at a place. */
	public static long at(byte[] bytes, int place) {
		return (long) LONG.get(bytes, place);
	}

	/** Up to eight ASCII characters as such a number. */
	public static long pack(String ascii) {
		if (ascii.length() > Long.BYTES) {
			throw new IllegalArgumentException(ascii);
		}
		long packed = 0;
		for (int i = ascii.length() - 1; i >= 0; i--) {
			packed = packed << Byte.SIZE | ascii.charAt(i);
		}
		return packed;
	}

	/** Some bytes as such a number; 0 for none, or for more than eight. */
	public static long pack(byte[] bytes, int from, int to) {
		int length = to - from;
		if (length > Long.BYTES || length == 0) {
			return 0;
		}
		return at(bytes, from) & (-1L >>> (Long.SIZE - Byte.SIZE * length));
	}

	/** Marks the bytes that are equal to one; only the lowest mark is exact. */
	public static long mark(long eight, int wanted) {
		long difference = eight ^ ONES * wanted;
		return (difference - ONES) & ~difference & HIGH;
	}

	/** Marks the bytes that are not printable ASCII; only the lowest mark is exact. */
	static long markOdd(long eight) {
		long low = ~eight & HIGH & (eight - ONES * ' ');
		return (eight & HIGH) | low | mark(eight, 0x7F);
	}

	/** Which byte the lowest mark is on. */
	public static int lowest(long marks) {
		return Long.numberOfTrailingZeros(marks) >>> 3;
	}

}
