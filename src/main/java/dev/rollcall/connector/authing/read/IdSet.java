package dev.rollcall.connector.authing.read;

/**
 * Which ids have been met, eight bytes of each: of a million users two collide once in
 * thirty million readings, and then one of them is said to be missing.
 */
final class IdSet {

	private static final int SMALLEST = 1 << 10;

	/** An odd number with bits all over it, from the golden ratio. */
	private static final long SPREAD = 0x9E3779B97F4A7C15L;

	private long[] slots = new long[SMALLEST];

	private int size;

	/** Puts an id in; whether it was not there yet. */
	boolean add(String id) {
		if (2 * this.size >= this.slots.length) {
			grow();
		}
		boolean added = put(this.slots, hash(id));
		this.size += added ? 1 : 0;
		return added;
	}

	int size() {
		return this.size;
	}

	private void grow() {
		long[] more = new long[2 * this.slots.length];
		for (long hash : this.slots) {
			if (hash != 0) {
				put(more, hash);
			}
		}
		this.slots = more;
	}

	private static boolean put(long[] slots, long hash) {
		int at = (int) (hash >>> 20) & (slots.length - 1);
		while (slots[at] != 0) {
			if (slots[at] == hash) {
				return false;
			}
			at = (at + 1) & (slots.length - 1);
		}
		slots[at] = hash;
		return true;
	}

	/** Never 0, which marks a free slot. */
	static long hash(String id) {
		long hash = 0;
		for (int i = 0; i < id.length(); i++) {
			hash = Long.rotateLeft((hash ^ id.charAt(i)) * SPREAD, 29);
		}
		hash ^= hash >>> 32;
		return (hash != 0) ? hash : 1;
	}

}
