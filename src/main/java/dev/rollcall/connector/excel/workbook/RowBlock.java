package dev.rollcall.connector.excel.workbook;

import java.util.Arrays;

import dev.rollcall.connector.excel.text.ByteText;
import dev.rollcall.connector.excel.text.EightBytes;

/**
 * Some hundred rows of one sheet, in columns: for each row its number and where its cells
 * end, for each cell its column, type and value. Filled by one thread, interpreted by
 * another, and used again. Rows without a cell are not in it.
 */
public final class RowBlock {

	private static final int ROWS = 512;

	private static final int CELLS = ROWS * 16;

	private static final int ARENA = 256 * 1024;

	/** Some 16,000 cells of 1 KB each, in one row. Several blocks are filled ahead. */
	public static final int MAX_ARENA = 16 * 1024 * 1024;

	/** How many cells there are in all. */
	int cells;

	byte[] type = new byte[CELLS];

	/** The shared string, the truth, or the first byte in the arena. */
	int[] value = new int[CELLS];

	/** How many bytes of the arena. */
	int[] length = new int[CELLS];

	byte[] arena = new byte[ARENA + EightBytes.PADDING];

	/**
	 * The highest shared string that a cell here names by its index, -1 if none does or
	 * all have been located.
	 */
	int highestShared;

	private int sheet;

	private boolean last;

	private int rows;

	private final int[] rowNumber = new int[ROWS];

	private final int[] rowEnd = new int[ROWS];

	private final int[] fields = new int[ROWS];

	private int[] column = new int[CELLS];

	private double progress;

	private int used;

	/** Empties it for rows of a sheet. */
	public void clear(int newSheet) {
		this.sheet = newSheet;
		this.last = false;
		this.rows = 0;
		this.cells = 0;
		this.used = 0;
		if (this.arena.length > 4 * ARENA) {
			this.arena = new byte[ARENA + EightBytes.PADDING];
		}
		this.highestShared = -1;
		this.progress = 0;
	}

	/** The index of the sheet. */
	public int sheet() {
		return this.sheet;
	}

	/** Whether the sheet ends with this block. */
	public boolean isLast() {
		return this.last;
	}

	/** Lets the sheet end with this block. */
	public void end() {
		this.last = true;
	}

	/** How much of the sheet had been read when the block was full, 0 to 1. */
	public double progress() {
		return this.progress;
	}

	public void progress(double ofSheet) {
		this.progress = ofSheet;
	}

	/** How many rows there are. */
	public int rows() {
		return this.rows;
	}

	/** The number of a row in the sheet, from 1. */
	public int rowNumber(int row) {
		return this.rowNumber[row];
	}

	/** Behind the last cell of a row. */
	public int rowEnd(int row) {
		return this.rowEnd[row];
	}

	/**
	 * How many fields a row has in a file where each row says that by itself, empty ones
	 * counted; 0 elsewhere.
	 */
	public int fields(int row) {
		return this.fields[row];
	}

	/** The column of a cell, from 0. */
	public int column(int cell) {
		return this.column[cell];
	}

	/** Whether it holds more bytes than the rows of any proper sheet can have. */
	public boolean isOversized() {
		return this.used > MAX_ARENA;
	}

	/** Whether no other row should be begun; one that was begun always fits. */
	public boolean isFull() {
		return this.rows == ROWS || this.cells >= CELLS || this.used >= ARENA;
	}

	/** The first cell of a row. */
	public int rowStart(int row) {
		return (row == 0) ? 0 : this.rowEnd[row - 1];
	}

	/** Ends the row that the cells added last belong to; forgets it if there are none. */
	public void endRow(int number) {
		endRow(number, 0);
	}

	/**
	 * As above.
	 * @param count how many fields the row has, see {@link #fields}
	 */
	public void endRow(int number, int count) {
		if (this.cells > rowStart(this.rows)) {
			this.rowNumber[this.rows] = number;
			this.fields[this.rows] = count;
			this.rowEnd[this.rows++] = this.cells;
		}
	}

	/** Adds a cell that names a shared text by its index. */
	public void addShared(int cellColumn, int index) {
		add(cellColumn, CellType.SHARED, index, 0);
		this.highestShared = Math.max(this.highestShared, index);
	}

	public void addBoolean(int cellColumn, boolean truth) {
		add(cellColumn, CellType.BOOLEAN, truth ? 1 : 0, 0);
	}

	/** Adds a formula without a result. */
	public void addNoValue(int cellColumn) {
		add(cellColumn, CellType.NO_VALUE, 0, 0);
	}

	/** Adds a cell with a text of its own. */
	public void addText(int cellColumn, ByteText text) {
		byte cellType = text.isPlain() ? CellType.PLAIN_TEXT : CellType.TEXT;
		addBytes(cellColumn, cellType, text.bytes(), 0, text.length());
	}

	/** Adds a cell whose value is kept as bytes. */
	public void addBytes(int cellColumn, byte cellType, byte[] bytes, int from, int count) {
		if (this.used + count > this.arena.length - EightBytes.PADDING) {
			this.arena = Arrays.copyOf(this.arena, (this.used + count) * 2 + EightBytes.PADDING);
		}
		System.arraycopy(bytes, from, this.arena, this.used, count);
		add(cellColumn, cellType, this.used, count);
		this.used += count;
	}

	private void add(int cellColumn, byte cellType, int cellValue, int cellLength) {
		int cell = this.cells;
		if (cell == this.column.length) {
			grow();
		}
		this.column[cell] = cellColumn;
		this.type[cell] = cellType;
		this.value[cell] = cellValue;
		this.length[cell] = cellLength;
		this.cells = cell + 1;
	}

	private void grow() {
		int size = this.cells * 2;
		this.column = Arrays.copyOf(this.column, size);
		this.type = Arrays.copyOf(this.type, size);
		this.value = Arrays.copyOf(this.value, size);
		this.length = Arrays.copyOf(this.length, size);
	}

}
