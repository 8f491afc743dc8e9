package dev.rollcall.connector.excel.xlsx;

import java.io.IOException;
import java.util.function.DoubleSupplier;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.EightBytes;
import dev.rollcall.connector.excel.text.NumberText;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.CellStyles;
import dev.rollcall.connector.excel.workbook.RowBlock;
import dev.rollcall.connector.excel.workbook.RowStream;
import dev.rollcall.connector.excel.xml.XmlScanner;
import dev.rollcall.connector.excel.xml.XmlTag;

/**
 * The rows of a worksheet's XML. What stands around the rows is passed over, but read to
 * the document's end, so that a sheet that was cut off is never taken for a short one.
 */
public final class SheetXml implements RowStream {

	private static final long ROW = EightBytes.pack("row");

	private static final long C = EightBytes.pack("c");

	private static final long R = EightBytes.pack("r");

	private final XmlScanner in;

	private final DoubleSupplier progress;

	private final String name;

	private final CellXml cell;

	private final QuickCells quick;

	private boolean started;

	private int lastRow;

	/**
	 * Rows.
	 * @param in the part's XML
	 * @param progress how much of the part has been read, 0 to 1
	 * @param name what the sheet is called, for sentences
	 */
	SheetXml(XmlScanner in, DoubleSupplier progress, String name, CellStyles styles) {
		this.in = in;
		this.progress = progress;
		this.name = name;
		this.cell = new CellXml(in, name, styles);
		this.quick = new QuickCells(styles);
	}

	@Override
	public void fill(RowBlock block) throws IOException {
		if (!this.started) {
			this.started = true;
			if (!findRows()) {
				block.end();
				return;
			}
		}
		while (!block.isFull()) {
			int token = this.in.next();
			if (token == XmlScanner.END) {
				finish();
				block.end();
				break;
			}
			if (token == XmlScanner.START) {
				if (this.in.name() == ROW) {
					row(block);
				}
				else {
					this.in.skipElement();
				}
			}
		}
		block.progress(this.progress.getAsDouble());
	}

	/** Goes on into {@code sheetData}; false when the document has none. */
	private boolean findRows() throws IOException {
		int token;
		while ((token = this.in.next()) != XmlScanner.DOCUMENT_END) {
			if (token != XmlScanner.START) {
				continue;
			}
			if (this.in.depth() == 1 && !this.in.named("worksheet")) {
				throw new RefusedException(ExcelMessage.DAMAGED, this.name);
			}
			if (this.in.depth() == 2) {
				if (this.in.named("sheetData")) {
					return true;
				}
				this.in.skipElement();
			}
		}
		return false;
	}

	private void finish() throws IOException {
		int token;
		while ((token = this.in.next()) != XmlScanner.DOCUMENT_END) {
			if (token == XmlScanner.START && this.in.named("sheetData")) {
				throw new RefusedException(ExcelMessage.DAMAGED, this.name);
			}
		}
	}

	private void row(RowBlock block) throws IOException {
		int number = rowNumber();
		this.lastRow = number;
		this.cell.startRow(number);
		this.quick.startRow(number);
		int outside = this.in.depth() - 1;
		while (this.in.depth() > outside) {
			if (!this.in.isEndPending()) {
				this.quick.take(this.in.window(), block, this.cell);
			}
			if (this.in.next() == XmlScanner.START) {
				if (this.in.name() == C) {
					this.cell.read(block);
				}
				else {
					this.in.skipElement();
				}
			}
		}
		block.endRow(number);
	}

	private int rowNumber() throws IOException {
		XmlTag tag = this.in.tag();
		int attribute = tag.find(R);
		int number = (attribute < 0) ? this.lastRow + 1
				: NumberText.parse(this.in.window().bytes(), tag.valueFrom(attribute), tag.valueTo(attribute));
		if (number > Book.MAX_ROWS) {
			throw new RefusedException(ExcelMessage.TOO_MANY_ROWS, this.name, Book.MAX_ROWS);
		}
		if (number <= this.lastRow) {
			throw new RefusedException(ExcelMessage.DAMAGED_ROW, this.name, this.lastRow + 1);
		}
		return number;
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
