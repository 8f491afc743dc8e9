package dev.rollcall.sandbox.authing.pool;

import java.util.SplittableRandom;

/** Ids of 24 hexadecimal digits, as Authing makes them. */
final class Ids {

	private static final long START = 0x6500_0000_0000L;

	private final String prefix;

	private long last = START;

	Ids(long seed) {
		this.prefix = String.format("%012x", new SplittableRandom(seed).nextLong() & 0xFFFF_FFFF_FFFFL);
	}

	String next() {
		return this.prefix + String.format("%012x", ++this.last);
	}

}
