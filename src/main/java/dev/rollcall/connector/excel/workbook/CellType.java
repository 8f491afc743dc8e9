package dev.rollcall.connector.excel.workbook;

import dev.rollcall.connector.excel.text.Utf8;

/** What a cell of a {@link RowBlock} holds. Bytes, because a block has thousands. */
public final class CellType {

	/**
	 * A plain text (see {@link Utf8}) among the shared strings. The cell's value is its
	 * index; after {@link SharedStrings#locate}, its place.
	 */
	public static final byte SHARED = 0;

	/** A shared text that must be cleaned; only after {@link SharedStrings#locate}. */
	public static final byte UNCLEAN_SHARED = 1;

	/** A plain text in the block's arena. */
	public static final byte PLAIN_TEXT = 2;

	/** A text in the block's arena that must be cleaned; the last type that is text. */
	public static final byte TEXT = 3;

	/** A number, as it is written, in the block's arena. */
	public static final byte NUMBER = 4;

	/** A number that is shown as a date. */
	public static final byte DATE = 5;

	/** A number that is shown as a time of day. */
	public static final byte TIME = 6;

	/** A number that is shown as a date with its time of day. */
	public static final byte DATE_TIME = 7;

	/** A date written as ISO 8601, in the block's arena. */
	public static final byte ISO_DATE = 8;

	/** The cell's value is 1 for true, 0 for false. */
	public static final byte BOOLEAN = 9;

	/** The name of an error, such as {@code #N/A}, in the block's arena. */
	public static final byte ERROR = 10;

	/** A formula without a result. */
	public static final byte NO_VALUE = 11;

	/**
	 * A number that is shown with zeros before it, so that it has as many digits as its
	 * type is more than this.
	 */
	public static final byte FILLED_NUMBER = 32;

	private CellType() {
	}

}
