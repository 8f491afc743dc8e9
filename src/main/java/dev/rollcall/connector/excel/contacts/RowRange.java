package dev.rollcall.connector.excel.contacts;

/**
 * The rows of a sheet that may hold members.
 *
 * @param start the first one, from 0
 * @param end the last one, -1 for the last of the sheet
 */
public record RowRange(int start, int end) {

	/**
	 * Whether a row is one of them.
	 * @param row its index, from 0
	 */
	public boolean covers(int row) {
		return row >= this.start && (this.end < 0 || row <= this.end);
	}

}
