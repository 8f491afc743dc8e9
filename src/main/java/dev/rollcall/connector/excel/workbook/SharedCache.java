package dev.rollcall.connector.excel.workbook;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of shared texts, by the number that tells them apart. Forgets
 * everything when it is full, so that it never takes much memory.
 *
 * @param <T> what is made of a text
 */
public final class SharedCache<T> {

	private static final int FREE = -1;

	private final int limit;

	private int[] keys = freeKeys(16);

	private @Nullable Object[] values = new Object[16];

	private int size;

	/**
	 * A cache.
	 * @param limit how many texts it remembers at most, a power of two
	 */
	public SharedCache(int limit) {
		this.limit = limit;
	}

	/** What was put under a number, null if nothing is remembered. */
	@SuppressWarnings("unchecked")
	public @Nullable T get(int number) {
		int slot = slot(number);
		return (this.keys[slot] == number) ? (T) this.values[slot] : null;
	}

	/** Remembers what was made of the text with this number. */
	public void put(int number, T value) {
		if (this.size * 2 >= this.keys.length) {
			makeRoom();
		}
		int slot = slot(number);
		if (this.keys[slot] == FREE) {
			this.size++;
		}
		this.keys[slot] = number;
		this.values[slot] = value;
	}

	/** Where a number stands or would stand. */
	private int slot(int number) {
		int mask = this.keys.length - 1;
		int slot = ((number * 0x9E3779B9) >>> 7) & mask;
		while (this.keys[slot] != number && this.keys[slot] != FREE) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private void makeRoom() {
		int[] oldKeys = this.keys;
		@Nullable Object[] oldValues = this.values;
		boolean full = this.size >= this.limit;
		int length = full ? oldKeys.length : oldKeys.length * 2;
		this.keys = freeKeys(length);
		this.values = new Object[length];
		if (full) {
			this.size = 0;
			return;
		}
		for (int i = 0; i < oldKeys.length; i++) {
			if (oldKeys[i] != FREE) {
				int slot = slot(oldKeys[i]);
				this.keys[slot] = oldKeys[i];
				this.values[slot] = oldValues[i];
			}
		}
	}

	private static int[] freeKeys(int size) {
		int[] keys = new int[size];
		Arrays.fill(keys, FREE);
		return keys;
	}

}
