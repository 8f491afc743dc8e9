package dev.rollcall.connector.tencentcam.read;

import org.jspecify.annotations.Nullable;

/**
 * How far reading has come, as a cursor.
 *
 * @param uin the last sub-user that was told, 0 for none
 * @param before how many had been told then, this one among them
 * @param digest tells those from others
 */
record Mark(long uin, int before, long digest) {

	private static final String SEPARATOR = ";";

	/** Nobody has been told yet. */
	static final Mark START = new Mark(0, 0, 0);

	/** What {@link #toString} gave; null to begin at the beginning. */
	static Mark parse(@Nullable String text) {
		if (text == null) {
			return START;
		}
		String[] parts = text.split(SEPARATOR, 3);
		return new Mark(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Long.parseUnsignedLong(parts[2], 16));
	}

	/** Behind some more, in order. */
	Mark after(Iterable<Long> uins) {
		long last = this.uin;
		int count = this.before;
		long sum = this.digest;
		for (long next : uins) {
			last = next;
			count++;
			sum = 31 * sum + next;
		}
		return new Mark(last, count, sum);
	}

	@Override
	public String toString() {
		return String.join(SEPARATOR, Long.toString(this.uin), Integer.toString(this.before),
				Long.toHexString(this.digest));
	}

}
