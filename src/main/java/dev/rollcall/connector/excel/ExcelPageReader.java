package dev.rollcall.connector.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.excel.contacts.Cursor;
import dev.rollcall.connector.excel.contacts.Departments;
import dev.rollcall.connector.excel.contacts.PageDraft;
import dev.rollcall.connector.excel.contacts.RowInterpreter;
import dev.rollcall.connector.excel.contacts.SheetPlan;
import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.connector.excel.workbook.RowBlock;
import dev.rollcall.connector.excel.workbook.RowPipe;

/** Reads the rows of the selected sheets, {@value PageDraft#ROWS} to a page. */
final class ExcelPageReader implements PageReader {

	private final SourceFile file;

	private final Book book;

	private final Selection selection;

	private final ExcelSettings settings;

	private final Cursor from;

	private final List<SheetPlan> plans = new ArrayList<>();

	private final Departments departments = new Departments();

	private final CellText cell;

	private final PageDraft draft;

	private final RowPipe pipe;

	private @Nullable RowInterpreter interpreter;

	private @Nullable RowBlock block;

	/** The next row of the block. */
	private int next;

	private int sheet = -1;

	/** Rows up to this one are passed over. */
	private int passed;

	private int lastRow;

	/** How many rows with data the sheets before this one had. */
	private long dataBefore;

	private boolean ended;

	private @Nullable DirectoryException failure;

	ExcelPageReader(SourceFile file, Book book, Selection selection, ExcelSettings settings, @Nullable String cursor)
			throws IOException {
		this.file = file;
		this.book = book;
		this.selection = selection;
		this.settings = settings;
		this.from = Cursor.parse(cursor);
		this.draft = new PageDraft(this.from);
		if (cursor == null) {
			selection.gaps().forEach(this.draft::gap);
			selection.warnings().forEach((warning) -> this.draft.add(warning));
		}
		selection.plans().stream().filter((plan) -> plan.sheet() >= this.from.sheet()).forEach(this.plans::add);
		this.cell = new CellText(book);
		this.pipe = new RowPipe(book, this.plans.stream().map(SheetPlan::sheet).toList(), this.cell.strings());
	}

	@Override
	public @Nullable Page next() {
		// Whoever tries again must not take the end for a proper one.
		if (this.failure != null) {
			throw this.failure;
		}
		try {
			Page page = this.ended ? null : read();
			this.file.checkUnchanged();
			return page;
		}
		catch (IOException ex) {
			this.failure = RefusedException.of(ex, this.file.name());
			throw this.failure;
		}
	}

	private @Nullable Page read() throws IOException {
		RowBlock current;
		while ((current = current()) != null) {
			if (interpret(current)) {
				return this.draft.take(this.sheet, this.lastRow);
			}
			boolean endOfSheet = current.isLast();
			this.block = null;
			this.pipe.giveBack(current);
			if (endOfSheet && !this.draft.isEmpty()) {
				return this.draft.take(this.sheet, this.lastRow);
			}
		}
		this.ended = true;
		this.cell.strings().awaitAll();
		if (this.draft.data() == 0) {
			throw new RefusedException(ExcelMessage.NO_ROWS);
		}
		this.book.forgetStrings();
		return null;
	}

	private @Nullable RowBlock current() throws IOException {
		RowBlock current = this.block;
		if (current == null) {
			current = this.pipe.take();
			if (current == null) {
				return null;
			}
			this.block = current;
			this.next = 0;
			this.cell.prepare(current);
			if (current.sheet() != this.sheet) {
				enter(current.sheet());
			}
		}
		return current;
	}

	private void enter(int newSheet) {
		SheetPlan plan = this.plans.remove(0);
		boolean resumed = newSheet == this.from.sheet() && this.from.row() > 0;
		if (!resumed) {
			this.draft.nextSheet();
			this.dataBefore = this.draft.data();
		}
		this.sheet = newSheet;
		this.passed = resumed ? this.from.row() : plan.header().row();
		this.lastRow = this.passed;
		this.interpreter = new RowInterpreter(plan, this.book.sheets().get(newSheet).name(), this.settings.range(),
				this.settings.numericUserid(), this.selection.schema(), this.departments, this.cell);
	}

	/** Interprets the rest of a block; true when the page is full before that. */
	private boolean interpret(RowBlock current) throws IOException {
		RowInterpreter rows = Objects.requireNonNull(this.interpreter);
		while (this.next < current.rows()) {
			int row = this.next++;
			if (current.rowNumber(row) > this.passed) {
				this.lastRow = current.rowNumber(row);
				rows.interpret(current, row, this.draft);
				if (this.draft.isFull()) {
					return true;
				}
			}
		}
		return false;
	}

	@Override
	public long expected() {
		RowBlock current = this.block;
		if (current == null || current.progress() == 0 || !this.plans.isEmpty()) {
			return -1;
		}
		return this.dataBefore + Math.round((this.draft.data() - this.dataBefore) / current.progress());
	}

	@Override
	public void close() {
		this.pipe.close();
	}

}
