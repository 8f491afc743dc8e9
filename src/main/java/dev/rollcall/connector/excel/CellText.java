package dev.rollcall.connector.excel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import dev.rollcall.directory.Message;

/**
 * Looks at one cell after the other: what it holds as clean text, in UTF-8, without
 * making a {@code String} of it unless somebody asks. Belongs to one thread.
 */
final class CellText {

	private static final byte[] TRUE = padded("true");

	private static final byte[] FALSE = padded("false");

	private static final byte[] NOTHING = padded("");

	private final SharedStrings strings;

	private final boolean from1904;

	private byte type;

	private byte[] bytes = NOTHING;

	private int from;

	private int length;

	private byte[] rawBytes = NOTHING;

	private int rawFrom;

	private int rawLength;

	private int shared;

	private @Nullable Message trouble;

	CellText(Book book) throws IOException {
		this.strings = book.strings();
		this.from1904 = book.isFrom1904();
	}

	/** Makes a block ready to be looked at. */
	void prepare(RowBlock block) throws IOException {
		this.strings.locate(block);
	}

	/** The texts that blocks are made ready with. */
	SharedStrings strings() {
		return this.strings;
	}

	/** Looks at no cell: an empty one. */
	CellText clear() {
		this.type = CellType.PLAIN_TEXT;
		this.trouble = null;
		this.shared = -1;
		raw(NOTHING, 0, 0);
		return this;
	}

	/** Looks at a cell of a block that was made ready. */
	CellText load(RowBlock block, int cell) {
		this.type = block.type[cell];
		this.trouble = null;
		this.shared = -1;
		int value = block.value[cell];
		switch (this.type) {
			case CellType.SHARED -> {
				this.shared = value;
				raw(this.strings.page(value), SharedStrings.offset(value), block.length[cell]);
			}
			case CellType.UNCLEAN_SHARED -> {
				this.shared = value;
				raw(this.strings.page(value), SharedStrings.offset(value), block.length[cell]);
				clean();
			}
			case CellType.BOOLEAN -> {
				byte[] truth = (value != 0) ? TRUE : FALSE;
				raw(truth, 0, truth.length - XmlWindow.PADDING);
			}
			case CellType.NO_VALUE -> {
				raw(NOTHING, 0, 0);
				this.trouble = ExcelMessage.CELL_NO_VALUE.of();
			}
			default -> {
				raw(block.arena, value, block.length[cell]);
				interpret();
			}
		}
		return this;
	}

	private void raw(byte[] text, int start, int count) {
		this.rawBytes = text;
		this.rawFrom = start;
		this.rawLength = count;
		this.bytes = text;
		this.from = start;
		this.length = count;
	}

	private void interpret() {
		switch (this.type) {
			case CellType.PLAIN_TEXT -> {
			}
			case CellType.TEXT -> clean();
			case CellType.ERROR -> this.trouble = ExcelMessage.CELL_ERROR.of(raw());
			case CellType.ISO_DATE -> become(DateText.ofIso(raw()), ExcelMessage.CELL_DATE);
			case CellType.NUMBER -> number();
			default -> become(DateText.of(raw(), this.type, this.from1904), ExcelMessage.CELL_DATE);
		}
	}

	private void clean() {
		byte[] clean = Cleaning.clean(raw()).getBytes(StandardCharsets.UTF_8);
		this.bytes = clean;
		this.from = 0;
		this.length = clean.length;
	}

	private void number() {
		if (NumberText.isPlain(this.rawBytes, this.rawFrom, this.rawLength)) {
			return;
		}
		String raw = raw();
		if (NumberText.isTooLong(raw)) {
			this.trouble = ExcelMessage.CELL_PRECISION.of(NumberText.MAX_DIGITS);
			return;
		}
		become(NumberText.of(raw), ExcelMessage.CELL_NUMBER);
	}

	private void become(@Nullable String text, ExcelMessage otherwise) {
		if (text == null) {
			this.trouble = otherwise.of();
			return;
		}
		this.bytes = text.getBytes(StandardCharsets.UTF_8);
		this.from = 0;
		this.length = this.bytes.length;
	}

	/** Why the cell's value cannot be used in any field, null if it can. */
	@Nullable Message trouble() {
		return this.trouble;
	}

	/** Whether there is nothing in the cell, not even something that cannot be used. */
	boolean isBlank() {
		return this.length == 0 && this.trouble == null;
	}

	/** Whether it is text, rather than a number, a date or a truth. */
	boolean isText() {
		return this.type <= CellType.TEXT;
	}

	/** Whether it is a number that is shown as one. */
	boolean isNumber() {
		return this.type == CellType.NUMBER;
	}

	byte type() {
		return this.type;
	}

	byte[] bytes() {
		return this.bytes;
	}

	int from() {
		return this.from;
	}

	int length() {
		return this.length;
	}

	/** What tells a shared text from all others, -1 for anything else. */
	int shared() {
		return this.shared;
	}

	/** The clean text. */
	String text() {
		return new String(this.bytes, this.from, this.length, StandardCharsets.UTF_8);
	}

	/** What stands in the file. */
	String raw() {
		return new String(this.rawBytes, this.rawFrom, this.rawLength, StandardCharsets.UTF_8);
	}

	private static byte[] padded(String text) {
		byte[] bytes = new byte[text.length() + XmlWindow.PADDING];
		System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, text.length());
		return bytes;
	}

}
