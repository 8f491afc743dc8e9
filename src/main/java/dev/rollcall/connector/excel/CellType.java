package dev.rollcall.connector.excel;

/** What a cell of a {@link RowBlock} holds. Bytes, because a block has thousands. */
final class CellType {

	/** A text from the shared strings; the cell's value is its index. */
	static final byte SHARED = 0;

	/** A text in the block's arena that is plain, see {@link Utf8}. */
	static final byte PLAIN_TEXT = 1;

	/** A text in the block's arena that must be cleaned. */
	static final byte TEXT = 2;

	/** A number, as it is written, in the block's arena. */
	static final byte NUMBER = 3;

	/** A number that is shown as a date. */
	static final byte DATE = 4;

	/** A number that is shown as a time of day. */
	static final byte TIME = 5;

	/** A number that is shown as a date with its time of day. */
	static final byte DATE_TIME = 6;

	/** A date written as ISO 8601, in the block's arena. */
	static final byte ISO_DATE = 7;

	/** The cell's value is 1 for true, 0 for false. */
	static final byte BOOLEAN = 8;

	/** The name of an error, such as {@code #N/A}, in the block's arena. */
	static final byte ERROR = 9;

	/** A formula without a result. */
	static final byte NO_VALUE = 10;

	private CellType() {
	}

}
