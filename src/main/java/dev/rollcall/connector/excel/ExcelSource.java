package dev.rollcall.connector.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.Identity;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.RejectedRows;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.excel.contacts.Departments;
import dev.rollcall.connector.excel.contacts.Header;
import dev.rollcall.connector.excel.contacts.SheetHead;
import dev.rollcall.connector.excel.contacts.SheetPlan;
import dev.rollcall.connector.excel.csv.CsvBook;
import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.xls.XlsBook;
import dev.rollcall.connector.excel.xlsx.XlsxBook;
import dev.rollcall.directory.Schema;

/** A workbook or CSV file that is open, and whose headers have been found. */
final class ExcelSource implements Source {

	private final SourceFile file;

	private final ExcelSettings settings;

	private final Book book;

	private final Selection selection;

	private final Identity identity;

	ExcelSource(SourceFile file, ExcelSettings settings) throws IOException {
		this.file = file;
		this.settings = settings;
		this.book = open(file);
		try {
			this.selection = Selection.of(this.book, settings, file.name());
			this.identity = new Identity("excel:" + file.path(), file.digest());
			file.checkUnchanged();
		}
		catch (IOException | RuntimeException ex) {
			this.book.close();
			throw ex;
		}
	}

	private static Book open(SourceFile file) throws IOException {
		FileKind ending = FileKind.byEnding(file.name());
		FileKind content = FileKind.byContent(file.path());
		if (content == null) {
			throw new RefusedException(ExcelMessage.EMPTY_FILE);
		}
		if (ending == null) {
			throw new RefusedException(ExcelMessage.UNKNOWN_ENDING);
		}
		if (content == FileKind.OLE2 && ending != FileKind.OLE2) {
			// An encrypted workbook is such a container too, which is the better answer.
			new XlsBook(file.path().toFile()).close();
		}
		if (content != ending) {
			throw new RefusedException(content.underOtherEnding());
		}
		return switch (content) {
			case ZIP -> new XlsxBook(file.path().toFile());
			case OLE2 -> new XlsBook(file.path().toFile());
			default -> new CsvBook(file.path(), (rows, cell) -> SheetHead.read(rows, cell).header() != null);
		};
	}

	@Override
	public Identity identity() {
		return this.identity;
	}

	@Override
	public Schema departmentSchema() {
		return Departments.SCHEMA;
	}

	@Override
	public Schema memberSchema() {
		return this.selection.schema();
	}

	@Override
	public PageReader read(@Nullable String cursor) {
		try {
			return new ExcelPageReader(this.file, this.book, this.selection, this.settings, cursor);
		}
		catch (IOException ex) {
			throw RefusedException.of(ex, this.file.name());
		}
	}

	@Override
	public boolean tellsDepartments() {
		return false;
	}

	@Override
	public List<String> parts() {
		return this.book.sheets().stream().map(Book.Sheet::name).toList();
	}

	@Override
	public List<CheckResult> check() {
		List<CheckResult> results = new ArrayList<>();
		for (SheetPlan plan : this.selection.plans()) {
			String columns = String.join(", ", plan.header().columns().stream().map(Header.Column::heading).toList());
			results.add(new CheckResult(true,
					ExcelMessage.CHECK_SHEET.of(parts().get(plan.sheet()), plan.header().row(), columns)));
		}
		this.selection.gaps().forEach((gap) -> results.add(new CheckResult(false, gap)));
		this.selection.warnings().forEach((warning) -> results.add(new CheckResult(false, warning.reason())));
		return results;
	}

	@Override
	public RejectedRows rejectedRows() {
		return new RejectedWorkbook(this.file, this.book, this.selection);
	}

	@Override
	public void close() {
		try {
			this.book.close();
		}
		catch (IOException ex) {
			throw RefusedException.of(ex, this.file.name());
		}
	}

}
