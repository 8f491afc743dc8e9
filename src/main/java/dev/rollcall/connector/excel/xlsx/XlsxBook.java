package dev.rollcall.connector.excel.xlsx;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.openxml4j.opc.PackagePart;
import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.CellStyles;
import dev.rollcall.connector.excel.workbook.RowStream;
import dev.rollcall.connector.excel.workbook.SharedStrings;
import dev.rollcall.connector.excel.xml.XmlScanner;

/** An {@code .xlsx} or {@code .xlsm} workbook, in either dialect of OOXML. */
public final class XlsxBook implements Book {

	private final XlsxPackage parts;

	private final WorkbookXml workbook;

	private final List<Sheet> sheets = new ArrayList<>();

	private final List<PackagePart> sheetParts = new ArrayList<>();

	private final CellStyles styles;

	private @Nullable SharedStrings strings;

	private @Nullable SharedStringsXml reading;

	/**
	 * Opens a workbook.
	 * @throws RefusedException when it is none that can be read
	 */
	public XlsxBook(File file) throws IOException {
		this.parts = new XlsxPackage(file);
		try {
			try (XmlScanner in = this.parts.scanner(this.parts.workbook())) {
				this.workbook = WorkbookXml.read(in);
			}
			for (WorkbookXml.SheetEntry entry : this.workbook.sheets()) {
				PackagePart part = this.parts.worksheet(entry.relationship());
				if (part != null) {
					this.sheets.add(new Sheet(entry.name(), entry.visible()));
					this.sheetParts.add(part);
				}
			}
			this.styles = readStyles();
		}
		catch (IOException ex) {
			this.parts.close();
			throw ex;
		}
	}

	private CellStyles readStyles() throws IOException {
		PackagePart part = this.parts.related("/styles");
		if (part == null) {
			return new CellStyles();
		}
		try (XmlScanner in = this.parts.scanner(part)) {
			return StylesXml.read(in);
		}
	}

	@Override
	public List<Sheet> sheets() {
		return this.sheets;
	}

	@Override
	public RowStream rows(int sheet) throws IOException {
		PackagePart part = this.sheetParts.get(sheet);
		PartStream stream = this.parts.stream(part);
		String name = this.sheets.get(sheet).name();
		return new SheetXml(this.parts.scanner(stream, part), stream::progress, name, this.styles);
	}

	@Override
	public SharedStrings strings() throws IOException {
		SharedStrings known = this.strings;
		if (known == null) {
			PackagePart part = this.parts.related("/sharedStrings");
			known = (part != null) ? startReading(part) : SharedStrings.none();
			this.strings = known;
		}
		return known;
	}

	/** The texts come in beside the rows that use them, which mostly use early ones. */
	private SharedStrings startReading(PackagePart part) throws IOException {
		SharedStrings texts = new SharedStrings(SharedStrings.limitOfHeap());
		SharedStringsXml reader = new SharedStringsXml(this.parts.scanner(part), texts);
		this.reading = reader;
		Thread thread = new Thread(reader::read, "rollcall-excel-texts");
		thread.setDaemon(true);
		thread.start();
		return texts;
	}

	@Override
	public void forgetStrings() {
		this.strings = null;
	}

	@Override
	public boolean isFrom1904() {
		return this.workbook.from1904();
	}

	@Override
	public void close() throws IOException {
		if (this.reading != null) {
			this.reading.stop();
		}
		this.parts.close();
	}

}
