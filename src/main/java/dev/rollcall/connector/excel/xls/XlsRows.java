package dev.rollcall.connector.excel.xls;

import java.io.IOException;
import java.io.InputStream;

import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.ByteText;
import dev.rollcall.connector.excel.workbook.CellStyles;
import dev.rollcall.connector.excel.workbook.CellType;
import dev.rollcall.connector.excel.workbook.RowBlock;
import dev.rollcall.connector.excel.workbook.RowStream;

/** The rows of a sheet of an {@code .xls} workbook. */
final class XlsRows implements RowStream {

	private final InputStream in;

	private final RecordFactoryInputStream records;

	private final String sheet;

	private final CellStyles styles;

	private final ByteText text;

	/** Charts stand inside sheets; their cells are not the sheet's. */
	private int depth;

	/** The row that is being read, from 0. */
	private int row = -1;

	/** Behind the last cell of the row. */
	private int nextColumn;

	/** A formula whose text comes in a record of its own, or -1. */
	private int textColumn = -1;

	/** The first cell of the next block. */
	private @Nullable CellValueRecordInterface held;

	XlsRows(InputStream in, String sheet, CellStyles styles) throws IOException {
		this.in = in;
		this.sheet = sheet;
		this.styles = styles;
		this.text = new ByteText(sheet);
		try {
			this.records = new RecordFactoryInputStream(in, false);
		}
		catch (RuntimeException ex) {
			in.close();
			throw XlsBook.refusal(ex, sheet);
		}
	}

	@Override
	public void fill(RowBlock block) throws IOException {
		try {
			if (this.held != null) {
				add(this.held, block);
				this.held = null;
			}
			while (!block.isLast() && this.held == null) {
				take(block);
			}
		}
		// Damaged bytes make POI throw whatever its code runs into.
		catch (RuntimeException ex) {
			throw XlsBook.refusal(ex, this.sheet);
		}
	}

	private void take(RowBlock block) throws IOException {
		Record next = this.records.nextRecord();
		if (next == null) {
			throw new RefusedException(ExcelMessage.TRUNCATED, this.sheet);
		}
		if (next instanceof BOFRecord) {
			this.depth++;
		}
		else if (next instanceof EOFRecord) {
			if (--this.depth == 0) {
				endRow(block);
				block.end();
			}
		}
		else if (this.depth == 1 && next instanceof StringRecord result) {
			addResult(result, block);
		}
		else if (this.depth == 1 && next instanceof CellValueRecordInterface cell) {
			if (cell.getRow() != this.row) {
				endRow(block);
				startRow(cell);
				if (block.isFull()) {
					this.held = cell;
					return;
				}
			}
			add(cell, block);
		}
	}

	private void startRow(CellValueRecordInterface cell) throws IOException {
		if (cell.getRow() < this.row) {
			throw damaged();
		}
		this.row = cell.getRow();
		this.nextColumn = 0;
	}

	private RefusedException damaged() {
		return new RefusedException(ExcelMessage.DAMAGED_ROW, this.sheet, this.row + 1);
	}

	private void endRow(RowBlock block) {
		endFormula(block);
		block.endRow(this.row + 1);
	}

	private void endFormula(RowBlock block) {
		if (this.textColumn >= 0) {
			block.addNoValue(this.textColumn);
			this.textColumn = -1;
		}
	}

	private void addResult(StringRecord result, RowBlock block) throws IOException {
		if (this.textColumn >= 0) {
			addText(result.getString(), this.textColumn, block);
			this.textColumn = -1;
		}
	}

	private void add(CellValueRecordInterface cell, RowBlock block) throws IOException {
		endFormula(block);
		int column = cell.getColumn();
		if (column < this.nextColumn || (cell instanceof LabelSSTRecord label && label.getSSTIndex() < 0)) {
			throw damaged();
		}
		this.nextColumn = column + 1;
		if (cell instanceof LabelSSTRecord label) {
			block.addShared(column, label.getSSTIndex());
		}
		else if (cell instanceof NumberRecord number) {
			addNumber(number.getValue(), cell, block);
		}
		else if (cell instanceof FormulaRecord formula) {
			addFormula(formula, block);
		}
		else if (cell instanceof LabelRecord label) {
			addText(label.getValue(), column, block);
		}
		else if (cell instanceof BoolErrRecord truth) {
			if (truth.isBoolean()) {
				block.addBoolean(column, truth.getBooleanValue());
			}
			else {
				addError(truth.getErrorValue(), column, block);
			}
		}
	}

	private void addFormula(FormulaRecord formula, RowBlock block) throws IOException {
		int column = formula.getColumn();
		switch (formula.getCachedResultTypeEnum()) {
			case STRING -> {
				// An empty text has no record of its own.
				if (formula.hasCachedResultString()) {
					this.textColumn = column;
				}
			}
			case NUMERIC -> addNumber(formula.getValue(), formula, block);
			case BOOLEAN -> block.addBoolean(column, formula.getCachedBooleanValue());
			case ERROR -> addError(formula.getCachedErrorValue(), column, block);
			default -> block.addNoValue(column);
		}
	}

	private void addNumber(double number, CellValueRecordInterface cell, RowBlock block) throws IOException {
		this.text.set(Double.toString(number));
		byte type = this.styles.type(cell.getXFIndex());
		block.addBytes(cell.getColumn(), type, this.text.bytes(), 0, this.text.length());
	}

	private void addError(int error, int column, RowBlock block) throws IOException {
		this.text.set(FormulaError.forInt((byte) error).getString());
		block.addBytes(column, CellType.ERROR, this.text.bytes(), 0, this.text.length());
	}

	private void addText(String value, int column, RowBlock block) throws IOException {
		if (!value.isEmpty()) {
			this.text.set(value);
			block.addText(column, this.text);
		}
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
