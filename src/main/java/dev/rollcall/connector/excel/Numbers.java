package dev.rollcall.connector.excel;

/** Whole numbers that stand in bytes. */
final class Numbers {

	private Numbers() {
	}

	/** The number that these digits make; -1 if they are none or too many. */
	static int parse(byte[] bytes, int from, int to) {
		int length = to - from;
		if (length <= 0 || length > 9) {
			return -1;
		}
		int number = 0;
		for (int i = from; i < to; i++) {
			int digit = bytes[i] - '0';
			if (digit < 0 || digit > 9) {
				return -1;
			}
			number = number * 10 + digit;
		}
		return number;
	}

}
