package dev.rollcall.connector.excel.xlsx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.ByteText;
import dev.rollcall.connector.excel.text.EightBytes;
import dev.rollcall.connector.excel.text.NumberText;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.CellStyles;
import dev.rollcall.connector.excel.workbook.CellType;
import dev.rollcall.connector.excel.workbook.RowBlock;
import dev.rollcall.connector.excel.xml.XmlScanner;
import dev.rollcall.connector.excel.xml.XmlTag;

/**
 * Reads the {@code c} elements of a row, in whatever way they are written, into a
 * {@link RowBlock}: the slow way, for what {@link QuickCells} leaves.
 */
final class CellXml {

	private static final long R = EightBytes.pack("r");

	private static final long T = EightBytes.pack("t");

	private static final long S = EightBytes.pack("s");

	private static final long V = EightBytes.pack("v");

	private static final long F = EightBytes.pack("f");

	private static final long IS = EightBytes.pack("is");

	private final XmlScanner in;

	private final String sheet;

	private final CellStyles styles;

	private final ByteText text;

	private int row;

	private int cells;

	private int nextColumn;

	private boolean hasValue;

	private boolean hasFormula;

	CellXml(XmlScanner in, String sheet, CellStyles styles) {
		this.in = in;
		this.sheet = sheet;
		this.styles = styles;
		this.text = new ByteText(sheet);
	}

	void startRow(int number) {
		this.row = number;
		this.cells = 0;
		this.nextColumn = 0;
	}

	/** Where a cell stands that does not say so: behind the one before. */
	int nextColumn() {
		return this.nextColumn;
	}

	/** Counts cells of this row; it may have as many as there are columns. */
	void passed(int count, int behind, RowBlock block) throws IOException {
		if (block.isOversized()) {
			throw new RefusedException(ExcelMessage.TOO_LONG, this.sheet, RowBlock.MAX_ARENA / 1024);
		}
		this.cells += count;
		this.nextColumn = behind;
		if (this.cells > Book.MAX_COLUMNS || behind > Book.MAX_COLUMNS) {
			throw new RefusedException(ExcelMessage.TOO_MANY_CELLS, this.sheet, this.row, Book.MAX_COLUMNS);
		}
	}

	/** Reads the cell that was just started. */
	void read(RowBlock block) throws IOException {
		XmlTag tag = this.in.tag();
		int reference = tag.find(R);
		int column = (reference < 0) ? this.nextColumn : column(tag.valueFrom(reference), tag.valueTo(reference));
		if (column < this.nextColumn) {
			throw damaged();
		}
		passed(1, column + 1, block);
		int style = tag.find(S);
		byte number = this.styles.type((style < 0) ? -1
				: NumberText.parse(this.in.window().bytes(), tag.valueFrom(style), tag.valueTo(style)));
		int type = tag.find(T);
		String typeName = (type < 0) ? "n" : tag.value(type);
		readValue(typeName.equals("inlineStr"));
		add(block, column, typeName, number);
	}

	/** The column of a reference such as {@code AB12}, whose row must be this one. */
	private int column(int from, int to) throws IOException {
		byte[] bytes = this.in.window().bytes();
		int column = 0;
		int next = from;
		while (next < to && bytes[next] >= 'A' && bytes[next] <= 'Z' && column <= Book.MAX_COLUMNS) {
			column = column * 26 + bytes[next++] - 'A' + 1;
		}
		if (column == 0 || NumberText.parse(bytes, next, to) != this.row) {
			throw damaged();
		}
		return column - 1;
	}

	/**
	 * Collects the value; for a text in the cell that is its {@code is} if it has one.
	 */
	private void readValue(boolean inline) throws IOException {
		this.text.clear();
		this.hasValue = false;
		this.hasFormula = false;
		boolean hasInline = false;
		int outside = this.in.depth() - 1;
		while (this.in.depth() > outside) {
			if (this.in.next() != XmlScanner.START) {
				continue;
			}
			long child = this.in.name();
			if (child == V && !this.hasValue) {
				this.hasValue = true;
				this.in.elementText(this.text);
			}
			else if (child == IS && inline && !hasInline) {
				hasInline = true;
				this.hasValue = true;
				this.text.clear();
				SharedStringsXml.richText(this.in, this.text, this.sheet);
			}
			else if (child == V || (child == IS && inline)) {
				throw damaged();
			}
			else {
				this.hasFormula |= child == F;
				this.in.skipElement();
			}
		}
	}

	private void add(RowBlock block, int column, String type, byte number) throws IOException {
		boolean text = type.equals("str") || type.equals("inlineStr");
		if (this.text.isEmpty()) {
			if (this.hasFormula && !(text && this.hasValue)) {
				block.addNoValue(column);
			}
			return;
		}
		switch (type) {
			case "s" -> block.addShared(column, index());
			case "str", "inlineStr" -> addText(block, column);
			case "b" -> block.addBoolean(column, truth());
			case "e" -> addBytes(block, column, CellType.ERROR);
			case "d" -> addBytes(block, column, CellType.ISO_DATE);
			case "n" -> addBytes(block, column, number);
			default -> throw damaged();
		}
	}

	private void addText(RowBlock block, int column) throws IOException {
		Escapes.decode(this.text, this.sheet);
		block.addText(column, this.text);
	}

	private void addBytes(RowBlock block, int column, byte type) {
		block.addBytes(column, type, this.text.bytes(), 0, this.text.length());
	}

	private int index() throws IOException {
		byte[] trimmed = this.text.toString().strip().getBytes(StandardCharsets.UTF_8);
		int index = NumberText.parse(trimmed, 0, trimmed.length);
		if (index < 0) {
			throw damaged();
		}
		return index;
	}

	private boolean truth() throws IOException {
		return switch (this.text.toString().strip()) {
			case "1", "true" -> true;
			case "0", "false" -> false;
			default -> throw damaged();
		};
	}

	private RefusedException damaged() {
		return new RefusedException(ExcelMessage.DAMAGED_ROW, this.sheet, this.row);
	}

}
