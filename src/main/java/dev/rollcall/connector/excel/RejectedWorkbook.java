package dev.rollcall.connector.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.RejectedRows;
import dev.rollcall.connector.Sentences;
import dev.rollcall.connector.excel.contacts.SheetPlan;
import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.RowBlock;
import dev.rollcall.connector.excel.workbook.RowStream;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Origin;

/**
 * Writes the rows that could not be used into a workbook, as they are in the file, with
 * the reason in the last column. Reads the file once more for that, and holds no more
 * than a few rows of it in memory.
 */
public final class RejectedWorkbook implements RejectedRows {

	private final SourceFile source;

	private final Book book;

	private final Selection selection;

	RejectedWorkbook(SourceFile source, Book book, Selection selection) {
		this.source = source;
		this.book = book;
		this.selection = selection;
	}

	@Override
	public String fileName() {
		return NAME + "xlsx";
	}

	@Override
	public void write(List<Finding> rejected, Sentences sentences, Path file) {
		RejectedReasons reasons = new RejectedReasons(inOrder(rejected), sentences);
		try {
			new UnfinishedFile(file).write((out) -> {
				write(reasons, out);
				this.source.checkUnchanged();
			}, true);
		}
		catch (RefusedException ex) {
			throw ex.of(this.source.name());
		}
		catch (IOException ex) {
			throw new DirectoryException(ExcelMessage.NOT_WRITTEN.of(file, String.valueOf(ex.getMessage())), false, ex);
		}
	}

	private static List<Finding> inOrder(List<Finding> rejected) {
		Origin before = new Origin(0, 0);
		for (Finding finding : rejected) {
			if (finding.origin().compareTo(before) < 0) {
				return rejected.stream().sorted(Comparator.comparing(Finding::origin)).toList();
			}
			before = finding.origin();
		}
		return rejected;
	}

	private void write(RejectedReasons reasons, OutputStream out) throws IOException {
		try (RejectedSheets sheets = new RejectedSheets(this.book)) {
			for (SheetPlan plan : this.selection.plans()) {
				if (reasons.nextIn(plan.sheet())) {
					copy(plan, reasons, sheets);
				}
			}
			sheets.write(out);
		}
		finally {
			this.book.forgetStrings();
		}
	}

	private void copy(SheetPlan plan, RejectedReasons reasons, RejectedSheets sheets) throws IOException {
		sheets.begin(this.book.sheets().get(plan.sheet()).name(), plan.header());
		RowBlock block = new RowBlock();
		try (RowStream rows = this.book.rows(plan.sheet())) {
			do {
				block.clear(plan.sheet());
				rows.fill(block);
				sheets.prepare(block);
				for (int row = 0; row < block.rows(); row++) {
					String reason = reasons.take(plan.sheet(), block.rowNumber(row));
					if (reason != null) {
						sheets.add(block, row, reason);
					}
				}
			}
			while (!block.isLast() && reasons.nextIn(plan.sheet()));
		}
	}

}
