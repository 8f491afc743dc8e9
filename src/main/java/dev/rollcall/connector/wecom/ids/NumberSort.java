package dev.rollcall.connector.wecom.ids;

import java.util.function.IntBinaryOperator;

/** Sorts numbers by what they stand for, without an object for each; keeps equals. */
public final class NumberSort {

	private NumberSort() {
	}

	/** The numbers from 0 up to a count, in the order of a comparison. */
	public static int[] order(int count, IntBinaryOperator comparison) {
		int[] from = new int[count];
		for (int i = 0; i < count; i++) {
			from[i] = i;
		}
		int[] to = new int[count];
		for (long width = 1; width < count; width *= 2) {
			for (long start = 0; start < count; start += 2 * width) {
				merge(from, to, (int) start, (int) Math.min(start + width, count),
						(int) Math.min(start + 2 * width, count), comparison);
			}
			int[] swapped = from;
			from = to;
			to = swapped;
		}
		return from;
	}

	private static void merge(int[] from, int[] to, int start, int middle, int end, IntBinaryOperator comparison) {
		int left = start;
		int right = middle;
		for (int i = start; i < end; i++) {
			boolean takesLeft = left < middle && (right >= end || comparison.applyAsInt(from[left], from[right]) <= 0);
			to[i] = takesLeft ? from[left++] : from[right++];
		}
	}

}
