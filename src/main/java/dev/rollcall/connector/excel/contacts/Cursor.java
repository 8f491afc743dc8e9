package dev.rollcall.connector.excel.contacts;

import org.jspecify.annotations.Nullable;

/**
 * Where a page ends, and what was said by then that is said only once.
 *
 * @param sheet the sheet of the page's last row
 * @param row the number of that row
 * @param data how many rows with data there were in all sheets so far
 * @param said see the constants of {@link PageDraft}
 */
public record Cursor(int sheet, int row, long data, int said) {

	/**
	 * The cursor that a page carried.
	 * @param text null for the start
	 * @throws IllegalArgumentException when it is not one of this connector
	 */
	public static Cursor parse(@Nullable String text) {
		if (text == null) {
			return new Cursor(0, 0, 0, 0);
		}
		String[] parts = text.split(":", -1);
		if (parts.length != 4) {
			throw new IllegalArgumentException("cursor: " + text);
		}
		return new Cursor(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]),
				Integer.parseInt(parts[3]));
	}

	@Override
	public String toString() {
		return this.sheet + ":" + this.row + ":" + this.data + ":" + this.said;
	}

}
