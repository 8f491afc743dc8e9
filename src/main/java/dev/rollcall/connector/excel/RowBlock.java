package dev.rollcall.connector.excel;

import java.util.Arrays;

/**
 * Some hundred rows of one sheet, in columns: for each row its number and where its cells
 * end, for each cell its column, type and value. Filled by one thread, interpreted by
 * another, and used again. Rows without a cell are not in it.
 */
final class RowBlock {

	private static final int ROWS = 512;

	private static final int CELLS = ROWS * 16;

	private static final int ARENA = 256 * 1024;

	/** Some 16,000 cells of 4 KB each, in one row. */
	static final int MAX_ARENA = 64 * 1024 * 1024;

	int sheet;

	/** Whether the sheet ends with this block. */
	boolean last;

	int rows;

	/** The number of each row, from 1. */
	final int[] rowNumber = new int[ROWS];

	/** Behind the last cell of each row. */
	final int[] rowEnd = new int[ROWS];

	int cells;

	int[] column = new int[CELLS];

	byte[] type = new byte[CELLS];

	/** The shared string, the truth, or the first byte in the arena. */
	int[] value = new int[CELLS];

	/** How many bytes of the arena. */
	int[] length = new int[CELLS];

	byte[] arena = new byte[ARENA + XmlWindow.PADDING];

	/**
	 * The highest shared string that a cell here names by its index, -1 if none does or
	 * all have been located.
	 */
	int highestShared;

	/** How much of the sheet has been read when the block was full, 0 to 1. */
	double progress;

	private int used;

	void clear(int newSheet) {
		this.sheet = newSheet;
		this.last = false;
		this.rows = 0;
		this.cells = 0;
		this.used = 0;
		this.highestShared = -1;
		this.progress = 0;
	}

	/** Whether it holds more bytes than the rows of any proper sheet can have. */
	boolean isOversized() {
		return this.used > MAX_ARENA;
	}

	boolean isFull() {
		return this.rows == ROWS || this.cells >= CELLS || this.used >= ARENA;
	}

	/** The first cell of a row. */
	int rowStart(int row) {
		return (row == 0) ? 0 : this.rowEnd[row - 1];
	}

	/** Ends the row that the cells added last belong to; forgets it if there are none. */
	void endRow(int number) {
		if (this.cells > rowStart(this.rows)) {
			this.rowNumber[this.rows] = number;
			this.rowEnd[this.rows++] = this.cells;
		}
	}

	void addShared(int cellColumn, int index) {
		add(cellColumn, CellType.SHARED, index, 0);
		this.highestShared = Math.max(this.highestShared, index);
	}

	void addBoolean(int cellColumn, boolean truth) {
		add(cellColumn, CellType.BOOLEAN, truth ? 1 : 0, 0);
	}

	void addNoValue(int cellColumn) {
		add(cellColumn, CellType.NO_VALUE, 0, 0);
	}

	void addText(int cellColumn, ByteText text) {
		byte cellType = text.isPlain() ? CellType.PLAIN_TEXT : CellType.TEXT;
		addBytes(cellColumn, cellType, text.bytes(), 0, text.length());
	}

	/** Adds a cell whose value is kept as bytes. */
	void addBytes(int cellColumn, byte cellType, byte[] bytes, int from, int count) {
		if (this.used + count > this.arena.length - XmlWindow.PADDING) {
			this.arena = Arrays.copyOf(this.arena, (this.used + count) * 2 + XmlWindow.PADDING);
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
