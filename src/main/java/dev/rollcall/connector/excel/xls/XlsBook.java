package dev.rollcall.connector.excel.xls;

import java.io.EOFException;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.ByteText;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.CellStyles;
import dev.rollcall.connector.excel.workbook.RowStream;
import dev.rollcall.connector.excel.workbook.SharedStrings;

/**
 * An {@code .xls} workbook of Excel 97 to 2003, read record by record: its sheets are
 * never in memory as a whole.
 */
public final class XlsBook implements Book {

	private final POIFSFileSystem container;

	/** Excel calls it Workbook, some other programs do not. */
	private final String stream;

	private final List<BoundSheetRecord> bounds = new ArrayList<>();

	private final List<Sheet> sheets = new ArrayList<>();

	private final Map<Integer, String> formats = new HashMap<>();

	private final CellStyles styles = new CellStyles();

	private SharedStrings strings = SharedStrings.none();

	private boolean from1904;

	/**
	 * Opens a workbook.
	 * @throws RefusedException when it is none that can be read
	 */
	public XlsBook(File file) throws IOException {
		this.container = open(file);
		try {
			this.stream = findStream();
			readGlobals();
		}
		catch (IOException ex) {
			this.container.close();
			throw ex;
		}
	}

	private static POIFSFileSystem open(File file) throws IOException {
		try {
			return new POIFSFileSystem(file, true);
		}
		// Damaged bytes make POI throw whatever its code runs into.
		catch (IOException | RuntimeException ex) {
			throw new RefusedException(ExcelMessage.DAMAGED, "OLE2").because(ex);
		}
	}

	private String findStream() throws IOException {
		DirectoryNode root = this.container.getRoot();
		if (root.hasEntry("EncryptedPackage")) {
			throw new RefusedException(ExcelMessage.ENCRYPTED);
		}
		for (String name : InternalWorkbook.WORKBOOK_DIR_ENTRY_NAMES) {
			if (root.hasEntry(name)) {
				return name;
			}
		}
		throw new RefusedException(root.hasEntry(InternalWorkbook.OLD_WORKBOOK_DIR_ENTRY_NAME) ? ExcelMessage.TOO_OLD
				: ExcelMessage.NO_WORKBOOK);
	}

	private void readGlobals() throws IOException {
		List<BoundSheetRecord> all = new ArrayList<>();
		try (InputStream in = stream()) {
			RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
			Record next = records.nextRecord();
			while (next != null && !(next instanceof EOFRecord)) {
				if (next instanceof BoundSheetRecord bound) {
					all.add(bound);
				}
				else {
					global(next);
				}
				next = records.nextRecord();
			}
			if (next == null) {
				throw new RefusedException(ExcelMessage.TRUNCATED, this.stream);
			}
			addWorksheets(all);
		}
		catch (RuntimeException ex) {
			throw refusal(ex, this.stream);
		}
	}

	private void global(Record next) throws IOException {
		if (next instanceof DateWindow1904Record window) {
			this.from1904 = window.getWindowing() == 1;
		}
		else if (next instanceof FormatRecord format) {
			this.formats.put(format.getIndexCode(), format.getFormatString());
		}
		else if (next instanceof ExtendedFormatRecord style) {
			int format = style.getFormatIndex();
			this.styles.add(format, this.formats.get(format));
		}
		else if (next instanceof SSTRecord texts) {
			this.strings = strings(texts);
		}
	}

	private SharedStrings strings(SSTRecord texts) throws IOException {
		SharedStrings strings = new SharedStrings(SharedStrings.limitOfHeap());
		ByteText text = new ByteText(this.stream);
		for (int i = 0; i < texts.getNumUniqueStrings(); i++) {
			text.set(texts.getString(i).getString());
			strings.add(text.bytes(), 0, text.length(), text.isPlain());
		}
		strings.complete();
		return strings;
	}

	/** Charts and macros are bound like sheets; only the first record inside tells. */
	private void addWorksheets(List<BoundSheetRecord> all) throws IOException {
		for (BoundSheetRecord bound : all) {
			try (InputStream in = stream(bound)) {
				Record first = new RecordFactoryInputStream(in, false).nextRecord();
				if (!(first instanceof BOFRecord begin)) {
					throw new RefusedException(ExcelMessage.DAMAGED, bound.getSheetname());
				}
				if (begin.getType() == BOFRecord.TYPE_WORKSHEET) {
					this.bounds.add(bound);
					this.sheets.add(new Sheet(bound.getSheetname(), !bound.isHidden() && !bound.isVeryHidden()));
				}
			}
		}
	}

	private InputStream stream() throws IOException {
		try {
			return this.container.createDocumentInputStream(this.stream);
		}
		catch (FileNotFoundException ex) {
			throw new RefusedException(ExcelMessage.NO_WORKBOOK).because(ex);
		}
	}

	private InputStream stream(BoundSheetRecord bound) throws IOException {
		InputStream in = stream();
		try {
			in.skipNBytes(Math.max(0, bound.getPositionOfBof()));
		}
		catch (EOFException ex) {
			throw new RefusedException(ExcelMessage.TRUNCATED, this.stream).because(ex);
		}
		return in;
	}

	/** What an exception out of POI means. */
	static IOException refusal(RuntimeException problem, String part) {
		if (problem instanceof EncryptedDocumentException) {
			return new RefusedException(ExcelMessage.ENCRYPTED).because(problem);
		}
		if (problem instanceof OldFileFormatException) {
			return new RefusedException(ExcelMessage.TOO_OLD).because(problem);
		}
		return new RefusedException(ExcelMessage.DAMAGED, part).because(problem);
	}

	@Override
	public List<Sheet> sheets() {
		return this.sheets;
	}

	@Override
	public RowStream rows(int sheet) throws IOException {
		return new XlsRows(stream(this.bounds.get(sheet)), this.sheets.get(sheet).name(), this.styles);
	}

	@Override
	public SharedStrings strings() {
		return this.strings;
	}

	/** They came with everything else and are few: a sheet has 65,536 rows. */
	@Override
	public void forgetStrings() {
	}

	@Override
	public boolean isFrom1904() {
		return this.from1904;
	}

	@Override
	public void close() throws IOException {
		this.container.close();
	}

}
