package dev.rollcall.connector.excel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of shared texts, by the number that tells them apart. Forgets
 * everything when it is full, so that it never takes much memory.
 *
 * @param <T> what is made of a text
 */
final class SharedCache<T> {

	private static final int FREE = -1;

	private final int limit;

	private int[] keys;

	private int[] places;

	private final List<T> values = new ArrayList<>();

	/**
	 * A cache.
	 * @param limit how many texts it remembers at most, a power of two
	 */
	SharedCache(int limit) {
		this.limit = limit;
		this.keys = freeKeys(16);
		this.places = new int[16];
	}

	/** What was put under a number, null if nothing is remembered. */
	@Nullable T get(int number) {
		int slot = slot(number);
		return (this.keys[slot] == number) ? this.values.get(this.places[slot]) : null;
	}

	void put(int number, T value) {
		if (this.values.size() * 2 >= this.keys.length) {
			makeRoom();
		}
		int slot = slot(number);
		if (this.keys[slot] == FREE) {
			this.keys[slot] = number;
			this.places[slot] = this.values.size();
			this.values.add(value);
		}
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
		if (this.values.size() >= this.limit) {
			Arrays.fill(this.keys, FREE);
			this.values.clear();
			return;
		}
		int[] oldKeys = this.keys;
		int[] oldPlaces = this.places;
		this.keys = freeKeys(oldKeys.length * 2);
		this.places = new int[oldKeys.length * 2];
		for (int i = 0; i < oldKeys.length; i++) {
			if (oldKeys[i] != FREE) {
				int slot = slot(oldKeys[i]);
				this.keys[slot] = oldKeys[i];
				this.places[slot] = oldPlaces[i];
			}
		}
	}

	private static int[] freeKeys(int size) {
		int[] keys = new int[size];
		Arrays.fill(keys, FREE);
		return keys;
	}

}
