package dev.rollcall.staging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Many short texts as bytes, numbered from 0 in the order in which they were added. A
 * million take about as many bytes as they have characters, and eight more each.
 */
final class PackedTexts {

	private final ByteSink bytes = new ByteSink(1 << 12);

	private int[] ends = new int[64];

	private int size;

	private int[] order = {};

	void add(String text) {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		this.bytes.bytes(utf8, 0, utf8.length);
		if (this.size == this.ends.length) {
			this.ends = Arrays.copyOf(this.ends, this.size * 2);
		}
		this.ends[this.size++] = this.bytes.size();
	}

	int size() {
		return this.size;
	}

	String get(int number) {
		int begin = begin(number);
		return new String(this.bytes.array(), begin, this.ends[number] - begin, StandardCharsets.UTF_8);
	}

	/** Makes them ready to be found, once all have been added. */
	void sort() {
		Integer[] sorted = new Integer[this.size];
		Arrays.setAll(sorted, (number) -> number);
		Arrays.sort(sorted, this::compare);
		this.order = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
	}

	/** The number of a text, -1 when it was not added. */
	int find(String text) {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		int low = 0;
		int high = this.order.length - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int number = this.order[middle];
			int order = Arrays.compare(this.bytes.array(), begin(number), this.ends[number], utf8, 0, utf8.length);
			if (order == 0) {
				return number;
			}
			low = (order < 0) ? middle + 1 : low;
			high = (order < 0) ? high : middle - 1;
		}
		return -1;
	}

	private int compare(int one, int other) {
		byte[] all = this.bytes.array();
		return Arrays.compare(all, begin(one), this.ends[one], all, begin(other), this.ends[other]);
	}

	private int begin(int number) {
		return (number == 0) ? 0 : this.ends[number - 1];
	}

}
