package dev.rollcall.connector.excel.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.text.Cleaning;
import dev.rollcall.connector.excel.text.EightBytes;
import dev.rollcall.connector.excel.text.NumberText;
import dev.rollcall.directory.Message;

/**
 * Looks at one cell after the other: what it holds as clean text, in UTF-8, without
 * making a {@code String} of it unless somebody asks. Belongs to one thread.
 */
public final class CellText {

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

	/** Looks at cells of this book. */
	public CellText(Book book) throws IOException {
		this.strings = book.strings();
		this.from1904 = book.isFrom1904();
	}

	/** Makes a block ready to be looked at. */
	public void prepare(RowBlock block) throws IOException {
		this.strings.locate(block);
	}

	/** The texts that blocks are made ready with. */
	public SharedStrings strings() {
		return this.strings;
	}

	/** Looks at no cell: an empty one. */
	public CellText clear() {
		this.type = CellType.PLAIN_TEXT;
		this.trouble = null;
		this.shared = -1;
		raw(NOTHING, 0, 0);
		return this;
	}

	/** Looks at a cell of a block that was made ready. */
	public CellText load(RowBlock block, int cell) {
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
				raw(truth, 0, truth.length - EightBytes.PADDING);
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
			case CellType.DATE, CellType.TIME, CellType.DATE_TIME ->
				become(DateText.of(raw(), this.type, this.from1904), ExcelMessage.CELL_DATE);
			default -> filledNumber();
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

	/** What was typed began with zeros, or was meant to; which, nobody knows. */
	private void filledNumber() {
		number();
		int whole = 0;
		for (int i = this.from; i < this.from + this.length && this.bytes[i] != '.'; i++) {
			whole += (this.bytes[i] != '-') ? 1 : 0;
		}
		if (this.trouble == null && whole < this.type - CellType.FILLED_NUMBER) {
			this.trouble = ExcelMessage.CELL_ZEROS.of();
		}
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
	public @Nullable Message trouble() {
		return this.trouble;
	}

	/** Whether there is nothing in the cell, not even something that cannot be used. */
	public boolean isBlank() {
		return this.length == 0 && this.trouble == null;
	}

	/** Whether it is text, rather than a number, a date or a truth. */
	public boolean isText() {
		return this.type <= CellType.TEXT;
	}

	/** Whether it is a number that is shown as one. */
	public boolean isNumber() {
		return this.type == CellType.NUMBER || this.type > CellType.FILLED_NUMBER;
	}

	/** What the cell holds, one of {@link CellType}. */
	public byte type() {
		return this.type;
	}

	/** An array that holds the clean text in UTF-8; not to be changed. */
	public byte[] bytes() {
		return this.bytes;
	}

	/** Where in {@link #bytes()} the text starts. */
	public int from() {
		return this.from;
	}

	/** How many bytes the text has. */
	public int length() {
		return this.length;
	}

	/** What tells a shared text from all others, -1 for anything else. */
	public int shared() {
		return this.shared;
	}

	/** The clean text. */
	public String text() {
		return new String(this.bytes, this.from, this.length, StandardCharsets.UTF_8);
	}

	/** What stands in the file. */
	public String raw() {
		return new String(this.rawBytes, this.rawFrom, this.rawLength, StandardCharsets.UTF_8);
	}

	private static byte[] padded(String text) {
		byte[] bytes = new byte[text.length() + EightBytes.PADDING];
		System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, text.length());
		return bytes;
	}

}
