package dev.rollcall.connector.excel;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.contacts.ColumnKind;
import dev.rollcall.connector.excel.contacts.Header;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.connector.excel.workbook.CellType;
import dev.rollcall.connector.excel.workbook.RowBlock;

/** The workbook of rejected rows while it is written, row by row to a temporary file. */
final class RejectedSheets implements Closeable {

	private static final int DAYS_BEFORE_1904 = 1462;

	private final SXSSFWorkbook workbook = new SXSSFWorkbook(16);

	private final CellText cell;

	private final boolean from1904;

	private final CellStyle text;

	private final TextCells texts;

	private final CellStyle date;

	private final CellStyle time;

	private final CellStyle dateTime;

	private @Nullable Header header;

	private String name = "";

	private @Nullable Sheet sheet;

	private int row;

	RejectedSheets(Book book) throws IOException {
		this.cell = new CellText(book);
		this.from1904 = book.isFrom1904();
		this.text = style("@");
		this.texts = new TextCells(null, style("General"));
		this.date = style("yyyy-mm-dd");
		this.time = style("hh:mm:ss");
		this.dateTime = style("yyyy-mm-dd hh:mm:ss");
	}

	private CellStyle style(String format) {
		CellStyle style = this.workbook.createCellStyle();
		style.setDataFormat(this.workbook.createDataFormat().getFormat(format));
		return style;
	}

	/** Begins a sheet like one of the book. */
	void begin(String sheetName, Header sheetHeader) {
		this.name = sheetName;
		this.header = sheetHeader;
		beginSheet();
	}

	private Sheet beginSheet() {
		Sheet started = this.workbook.createSheet(SheetNames.free(this.name, this.workbook));
		Row headings = started.createRow(0);
		Header columns = header();
		for (Header.Column column : columns.columns()) {
			if (column.kind() != ColumnKind.REASON) {
				this.texts.set(headings.createCell(column.index()), column.heading());
			}
		}
		this.texts.set(headings.createCell(reasonColumn()), Header.REASON);
		started.setColumnWidth(reasonColumn(), 60 * 256);
		started.createFreezePane(0, 1);
		this.sheet = started;
		this.row = 1;
		return started;
	}

	/**
	 * Behind all columns with a heading, if there is room; where the reasons were, if it
	 * is such a file.
	 */
	private int reasonColumn() {
		Header columns = header();
		Header.Column before = columns.find(ColumnKind.REASON);
		boolean last = before != null && before.index() == columns.width() - 1;
		return last ? columns.width() - 1 : Math.min(columns.width(), Book.MAX_COLUMNS - 1);
	}

	/** Makes a block of the book ready, so that rows of it can be added. */
	void prepare(RowBlock block) throws IOException {
		this.cell.prepare(block);
	}

	/** Adds a row of the book. */
	void add(RowBlock block, int blockRow, String reason) {
		Sheet target = Objects.requireNonNull(this.sheet);
		if (this.row == Book.MAX_ROWS) {
			target = beginSheet();
		}
		Row copy = target.createRow(this.row++);
		int reasonColumn = reasonColumn();
		Header.Column former = header().find(ColumnKind.REASON);
		StringBuilder beyond = new StringBuilder();
		for (int i = block.rowStart(blockRow); i < block.rowEnd(blockRow); i++) {
			int column = block.column(i);
			boolean formerReason = former != null && former.index() == column;
			if (column < reasonColumn && !formerReason) {
				set(copy.createCell(column), this.cell.load(block, i));
			}
			// What stands behind all headings belongs to no field, or to which is
			// unclear.
			else if (block.fields(blockRow) > 0 && !formerReason) {
				beyond.append('\n').append(this.cell.load(block, i).raw());
			}
		}
		this.texts.set(copy.createCell(reasonColumn), reason + beyond);
	}

	private void set(Cell target, CellText value) {
		switch (value.type()) {
			case CellType.BOOLEAN -> target.setCellValue(value.text().equals("true"));
			case CellType.ERROR -> setError(target, value.raw());
			// A blank cell would say that the field is empty, which is more than is
			// known.
			case CellType.NO_VALUE -> target.setCellErrorValue(FormulaError.NA.getCode());
			case CellType.DATE -> setNumber(target, value, this.date);
			case CellType.TIME -> setNumber(target, value, this.time);
			case CellType.DATE_TIME -> setNumber(target, value, this.dateTime);
			case CellType.ISO_DATE -> this.texts.set(target, (value.trouble() == null) ? value.text() : value.raw());
			default -> {
				if (value.isNumber()) {
					// Whoever types a number with leading zeros over it shall keep them.
					setNumber(target, value, this.text);
				}
				else {
					this.texts.set(target, value.raw());
				}
			}
		}
	}

	private void setNumber(Cell target, CellText value, CellStyle style) {
		try {
			double number = Double.parseDouble(value.raw().strip());
			boolean day = style == this.date || style == this.dateTime;
			target.setCellValue((day && this.from1904) ? number + DAYS_BEFORE_1904 : number);
			target.setCellStyle(style);
		}
		catch (NumberFormatException ex) {
			target.setCellErrorValue(FormulaError.NUM.getCode());
		}
	}

	private static void setError(Cell target, String name) {
		try {
			target.setCellErrorValue(FormulaError.forString(name).getCode());
		}
		catch (IllegalArgumentException ex) {
			target.setCellErrorValue(FormulaError.NA.getCode());
		}
	}

	private Header header() {
		return Objects.requireNonNull(this.header);
	}

	void write(OutputStream out) throws IOException {
		if (this.workbook.getNumberOfSheets() == 0) {
			this.workbook.createSheet();
		}
		this.workbook.write(out);
	}

	@Override
	public void close() throws IOException {
		this.workbook.close();
	}

}
