package dev.rollcall.connector.excel;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import dev.rollcall.connector.Spreadsheets;
import dev.rollcall.connector.Spreadsheets.Column;
import dev.rollcall.connector.excel.workbook.Book;

/** A workbook of texts while it is written, row by row to a temporary file. */
final class WrittenWorkbook implements Closeable {

	private static final int CHARACTER = 256;

	private static final int MAX_WIDTH = 255;

	private final SXSSFWorkbook workbook = new SXSSFWorkbook(16);

	private final int mostRows;

	private final TextCells headings;

	private final TextCells texts;

	/**
	 * An empty workbook.
	 * @param mostRows how many rows a sheet can have, the headings included
	 */
	WrittenWorkbook(int mostRows) {
		this.mostRows = mostRows;
		Font bold = this.workbook.createFont();
		bold.setBold(true);
		this.headings = new TextCells(style(bold), style(bold));
		Font plain = this.workbook.getFontAt(0);
		this.texts = new TextCells(style(plain), style(plain));
	}

	/** A text that Excel takes for one also when it is typed over. */
	private CellStyle style(Font font) {
		CellStyle style = this.workbook.createCellStyle();
		style.setDataFormat(this.workbook.createDataFormat().getFormat("@"));
		style.setFont(font);
		style.setWrapText(true);
		style.setVerticalAlignment(VerticalAlignment.TOP);
		return style;
	}

	/** Adds a sheet with all its rows. */
	void add(Spreadsheets.Sheet sheet) {
		Filling filling = new Filling(sheet);
		sheet.rows().fill(filling::add);
		filling.end();
	}

	/** A sheet that gets its rows, or the last of several that hold them. */
	private final class Filling {

		private final Spreadsheets.Sheet sheet;

		private Sheet current;

		private int next;

		Filling(Spreadsheets.Sheet sheet) {
			this.sheet = sheet;
			this.current = begin();
		}

		private Sheet begin() {
			Sheet begun = WrittenWorkbook.this.workbook
				.createSheet(SheetNames.free(this.sheet.name(), WrittenWorkbook.this.workbook));
			List<Column> columns = this.sheet.columns();
			for (int i = 0; i < columns.size(); i++) {
				begun.setColumnWidth(i, Math.min(columns.get(i).width(), MAX_WIDTH) * CHARACTER);
			}
			begun.createFreezePane(0, 1);
			put(begun.createRow(0), columns.stream().map(Column::heading).toList(), WrittenWorkbook.this.headings);
			this.next = 1;
			return begun;
		}

		void add(List<String> cells) {
			if (cells.size() != this.sheet.columns().size()) {
				throw new IllegalArgumentException(
						cells.size() + " cells, " + this.sheet.columns().size() + " columns");
			}
			if (this.next == WrittenWorkbook.this.mostRows) {
				end();
				this.current = begin();
			}
			put(this.current.createRow(this.next++), cells, WrittenWorkbook.this.texts);
		}

		void end() {
			this.current.setAutoFilter(new CellRangeAddress(0, this.next - 1, 0, this.sheet.columns().size() - 1));
		}

		private static void put(Row row, List<String> cells, TextCells texts) {
			for (int i = 0; i < cells.size(); i++) {
				texts.set(row.createCell(i), cells.get(i));
			}
		}

	}

	void write(OutputStream out) throws IOException {
		this.workbook.write(out);
	}

	@Override
	public void close() throws IOException {
		this.workbook.close();
	}

}
