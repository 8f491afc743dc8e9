package dev.rollcall.connector.excel.xlsx;

import java.io.IOException;

import dev.rollcall.connector.excel.text.EightBytes;
import dev.rollcall.connector.excel.text.Utf8;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.CellStyles;
import dev.rollcall.connector.excel.workbook.CellType;
import dev.rollcall.connector.excel.workbook.RowBlock;
import dev.rollcall.connector.excel.xml.XmlWindow;

/**
 * Reads cells that are written the way Excel writes nearly all of them, such as
 * {@code <c r="A2" s="1" t="s"><v>17</v></c>}, eight bytes at a time from the scanner's
 * window. Consumes only what {@link CellXml} would have read the same way, and stops at
 * the first cell that is written otherwise.
 */
final class QuickCells {

	/** What is read of a cell without looking where the window ends. */
	private static final int LONGEST = 96;

	private static final long OPEN = EightBytes.pack("<c r=\"");

	private static final long OPEN_MASK = 0xFFFF_FFFF_FFFFL;

	private static final long STYLE = EightBytes.pack(" s=\"");

	private static final long STYLE_MASK = 0xFFFF_FFFFL;

	private static final long SHARED = EightBytes.pack(" t=\"s\">");

	private static final long SHARED_MASK = 0xFF_FFFF_FFFF_FFFFL;

	private static final long VALUE = EightBytes.pack("<v>");

	private static final long NUMBER = EightBytes.pack("><v>");

	private static final long VALUE_MASK = 0xFF_FFFFL;

	private static final long CLOSE = EightBytes.pack("</v></c>");

	private static final long INLINE = EightBytes.pack(" t=\"inli");

	private static final long INLINE_MORE = EightBytes.pack("neStr\"><");

	private static final long INLINE_REST = EightBytes.pack("is><t>");

	private static final long INLINE_CLOSE = EightBytes.pack("</t></is");

	private static final long CELL_CLOSE = EightBytes.pack("></c>");

	private static final long CELL_CLOSE_MASK = 0xFF_FFFF_FFFFL;

	private static final long STR = EightBytes.pack(" t=\"str\"");

	private static final long STR_REST = EightBytes.pack("><v>");

	private final CellStyles styles;

	/** The row's number and the quote behind it, as they end a reference. */
	private long row;

	private long rowMask;

	private int rowLength;

	QuickCells(CellStyles styles) {
		this.styles = styles;
	}

	void startRow(int number) {
		long packed = '"';
		int length = 1;
		for (int rest = number; rest > 0; rest /= 10) {
			packed = (packed << Byte.SIZE) | ('0' + rest % 10);
			length++;
		}
		this.row = packed;
		this.rowMask = -1L >>> (Long.SIZE - Byte.SIZE * length);
		this.rowLength = length;
	}

	/** Takes the cells that come next and are so written; keeps count of them. */
	void take(XmlWindow in, RowBlock block, CellXml row) throws IOException {
		int taken = 0;
		int column = row.nextColumn() - 1;
		while (taken <= Book.MAX_COLUMNS && !block.isOversized() && in.require(LONGEST)) {
			byte[] bytes = in.bytes();
			int at = in.at();
			if ((EightBytes.at(bytes, at) & OPEN_MASK) != OPEN) {
				break;
			}
			at += 6;
			int letter = bytes[at++] - 'A';
			int cellColumn = letter;
			int second = bytes[at] - 'A';
			if (second >= 0 && second < 26) {
				cellColumn = (letter + 1) * 26 + second;
				at++;
			}
			if (letter < 0 || letter >= 26 || cellColumn <= column
					|| (EightBytes.at(bytes, at) & this.rowMask) != this.row) {
				break;
			}
			at = value(bytes, at + this.rowLength, in.end(), cellColumn, block);
			if (at < 0) {
				break;
			}
			in.moveTo(at);
			column = cellColumn;
			taken++;
		}
		row.passed(taken, column + 1, block);
	}

	/**
	 * Takes what follows a reference.
	 * @return the place behind the cell, -1 when it is written otherwise
	 */
	private int value(byte[] bytes, int from, int end, int column, RowBlock block) {
		int at = from;
		int style = -1;
		if ((EightBytes.at(bytes, at) & STYLE_MASK) == STYLE) {
			at += 4;
			style = 0;
			int digit;
			while ((digit = bytes[at] - '0') >= 0 && digit <= 9 && at - from < 10) {
				style = style * 10 + digit;
				at++;
			}
			if (bytes[at++] != '"') {
				return -1;
			}
		}
		long next = EightBytes.at(bytes, at);
		if ((next & SHARED_MASK) == SHARED) {
			return shared(bytes, at + 7, column, block);
		}
		if ((next & STYLE_MASK) == NUMBER) {
			return number(bytes, at + 4, column, this.styles.type(style), block);
		}
		if (next == STR && (EightBytes.at(bytes, at + 8) & STYLE_MASK) == STR_REST) {
			return text(bytes, at + 12, end, CLOSE, 8, column, block);
		}
		if (next == INLINE && EightBytes.at(bytes, at + 8) == INLINE_MORE
				&& (EightBytes.at(bytes, at + 16) & OPEN_MASK) == INLINE_REST) {
			return text(bytes, at + 22, end, INLINE_CLOSE, 13, column, block);
		}
		return (bytes[at] == '/' && bytes[at + 1] == '>') ? at + 2 : -1;
	}

	/**
	 * Takes a text that stands in the cell itself.
	 * @param close the first eight bytes that must follow it
	 * @param closeLength how many bytes must follow; those beyond eight end the cell
	 */
	private static int text(byte[] bytes, int from, int end, long close, int closeLength, int column, RowBlock block) {
		int to = QuickStrings.textEnd(bytes, from, end);
		int behind = to + closeLength;
		if (behind > end || EightBytes.at(bytes, to) != close
				|| (closeLength > 8 && (EightBytes.at(bytes, to + 8) & CELL_CLOSE_MASK) != CELL_CLOSE)) {
			return -1;
		}
		int kind = Utf8.kind(bytes, from, to);
		if (kind > Utf8.UNCLEAN) {
			return -1;
		}
		if (to > from) {
			block.addBytes(column, (kind == 0) ? CellType.PLAIN_TEXT : CellType.TEXT, bytes, from, to - from);
		}
		return behind;
	}

	private static int shared(byte[] bytes, int from, int column, RowBlock block) {
		if ((EightBytes.at(bytes, from) & VALUE_MASK) != VALUE) {
			return -1;
		}
		int at = from + 3;
		int index = bytes[at++] - '0';
		if (index < 0 || index > 9) {
			return -1;
		}
		int digit;
		while ((digit = bytes[at] - '0') >= 0 && digit <= 9) {
			if (index >= 100_000_000) {
				return -1;
			}
			index = index * 10 + digit;
			at++;
		}
		if (EightBytes.at(bytes, at) != CLOSE) {
			return -1;
		}
		block.addShared(column, index);
		return at + 8;
	}

	private static int number(byte[] bytes, int from, int column, byte type, RowBlock block) {
		int at = from;
		while (isNumeric(bytes[at]) && at - from < 32) {
			at++;
		}
		if (at == from || EightBytes.at(bytes, at) != CLOSE) {
			return -1;
		}
		block.addBytes(column, type, bytes, from, at - from);
		return at + 8;
	}

	private static boolean isNumeric(byte b) {
		return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || b == 'E' || b == 'e';
	}

}
