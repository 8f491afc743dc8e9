package dev.rollcall.connector.excel.contacts;

import java.io.IOException;
import java.util.Arrays;

import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.contacts.Departments.Belonging;
import dev.rollcall.connector.excel.contacts.SheetPlan.Slot;
import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.values.FieldRule;
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.connector.excel.workbook.RowBlock;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.directory.Userid;

/**
 * Makes members out of the rows of one sheet. The userid is looked at first, so that of a
 * row that is rejected for something else it is still known who is there. Belongs to one
 * thread.
 */
public final class RowInterpreter {

	/** How many characters a name may have. */
	static final int MAX_NAME = 64;

	private static final byte[] NOTHING = {};

	private final SheetPlan plan;

	private final String sheetName;

	private final RowRange range;

	private final Departments departments;

	private final CellText cell;

	private final UseridCell userid;

	private final FieldsBuilder fields;

	private final Fields unknown;

	/** For each slot the cell of the row, or -1. */
	private final int[] cells;

	public RowInterpreter(SheetPlan plan, String sheetName, RowRange range, NumericUserid numbers, Schema schema,
			Departments departments, CellText cell) {
		this.plan = plan;
		this.sheetName = sheetName;
		this.range = range;
		this.departments = departments;
		this.cell = cell;
		this.userid = new UseridCell(numbers);
		this.fields = new FieldsBuilder(schema);
		this.unknown = Fields.unknown(schema);
		this.cells = new int[plan.size()];
	}

	/**
	 * Adds what a row says to a page.
	 * @throws RefusedException when the rows from this one on mean something else
	 */
	public void interpret(RowBlock block, int row, PageDraft page) throws IOException {
		int number = block.rowNumber(row);
		boolean ragged = isRagged(block, row);
		sort(block, row, ragged ? null : page);
		if (!isData(block)) {
			return;
		}
		if (!this.range.covers(number - 1)) {
			page.countData();
			page.cutRow(ExcelMessage.GAP_ROWS.of(this.sheetName, this.range.start(), this.range.end()));
			return;
		}
		Message problem = this.userid.read(load(block, this.plan.userid()));
		if ((problem != null || ColumnKind.isHeading(this.userid.userid())) && repeatsHeader(block, row)) {
			return;
		}
		page.countData();
		Origin origin = new Origin(this.plan.sheet(), number);
		if (ragged) {
			page.reject(new Finding(Finding.Severity.REJECTED, origin, "", "",
					ExcelMessage.ROW_FIELDS.of(block.fields(row), this.plan.header().cells()), null));
		}
		else if (problem != null) {
			load(block, this.plan.userid());
			page.reject(rejection(origin, this.plan.userid(), problem, null));
		}
		else {
			member(block, origin, page);
		}
	}

	/**
	 * Finds the cell of each slot.
	 * @param page is warned of cells under no heading, null if that would be misleading
	 */
	private void sort(RowBlock block, int row, @Nullable PageDraft page) {
		Arrays.fill(this.cells, -1);
		for (int i = block.rowStart(row); i < block.rowEnd(row); i++) {
			int slot = this.plan.slotOf(block.column(i));
			if (slot >= 0) {
				this.cells[slot] = i;
			}
			else if (slot == SheetPlan.NO_HEADING && page != null && !page.saysNoHeading()
					&& !this.cell.load(block, i).isBlank()) {
				page.warnOfNoHeading(new Origin(this.plan.sheet(), block.rowNumber(row)), this.cell.raw(),
						CellReference.convertNumToColString(block.column(i)));
			}
		}
	}

	private CellText load(RowBlock block, int slot) {
		int index = this.cells[slot];
		return (index < 0) ? this.cell.clear() : this.cell.load(block, index);
	}

	/** Whether the row says something: it is not empty and not the template's example. */
	private boolean isData(RowBlock block) {
		if (load(block, this.plan.name()).length() > 0) {
			return !isExample();
		}
		for (int slot = 0; slot < this.cells.length; slot++) {
			if (!load(block, slot).isBlank()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a line of text has not the fields of the header: if a separator is missing
	 * or stands in a value, what follows it is in the wrong columns.
	 */
	private boolean isRagged(RowBlock block, int row) {
		int fields = block.fields(row);
		Header header = this.plan.header();
		int last = block.column(block.rowEnd(row) - 1);
		return fields > 0 && (fields < header.width() || last >= header.cells());
	}

	/**
	 * Whether a row is the header once more, as it is where lists were put together.
	 * @throws RefusedException when it is another one, so that the rows below it mean
	 * something else
	 */
	private boolean repeatsHeader(RowBlock block, int row) throws IOException {
		Header other = SheetHead.header(block, row, this.cell);
		if (other != null && !other.columns().equals(this.plan.header().columns())) {
			throw new RefusedException(ExcelMessage.SECOND_HEADER, this.sheetName, other.row());
		}
		return other != null;
	}

	private boolean isExample() {
		byte[] bytes = this.cell.bytes();
		int to = this.cell.from() + this.cell.length();
		// A bracket of either width; only then a text is made of the name.
		boolean bracket = bytes[to - 1] == ')'
				|| (this.cell.length() >= 3 && bytes[to - 1] == (byte) 0x89 && bytes[to - 2] == (byte) 0xBC);
		if (!bracket) {
			return false;
		}
		String name = this.cell.text();
		return name.endsWith("（示例）") || name.endsWith("(示例)");
	}

	private void member(RowBlock block, Origin origin, PageDraft page) {
		int name = this.plan.name();
		Message problem = nameProblem(load(block, name));
		if (problem != null) {
			page.reject(rejection(origin, name, problem, this.userid.userid()), bare(origin));
			return;
		}
		Placements placements = null;
		int belonging = this.plan.departments();
		if (belonging >= 0) {
			Belonging belongs = belonging(load(block, belonging));
			if (belongs.problem() != null) {
				page.reject(rejection(origin, belonging, belongs.problem(), this.userid.userid()), bare(origin));
				return;
			}
			placements = belongs.placements();
			this.departments.handOver(belongs, origin, page.departments());
		}
		setFields(block, origin, page);
		page.add(member(this.fields.build(), placements, origin));
	}

	private static @Nullable Message nameProblem(CellText name) {
		if (name.isBlank()) {
			return ExcelMessage.NAME_EMPTY.of();
		}
		if (name.trouble() != null) {
			return name.trouble();
		}
		if (!name.isText() && !name.isNumber()) {
			return ExcelMessage.VALUE_NOT_TEXT.of();
		}
		if (name.length() > MAX_NAME) {
			String text = name.text();
			int length = text.codePointCount(0, text.length());
			return (length > MAX_NAME) ? ExcelMessage.NAME_LONG.of(length, MAX_NAME) : null;
		}
		return FieldRule.isMasked(name) ? ExcelMessage.VALUE_MASKED.of() : null;
	}

	private Belonging belonging(CellText cell) {
		Message problem = cell.isBlank() ? ExcelMessage.DEPARTMENTS_EMPTY.of() : cell.trouble();
		if (problem == null && !cell.isText()) {
			problem = ExcelMessage.DEPARTMENTS_NOT_TEXT.of();
		}
		return (problem != null) ? new Belonging(problem, Departments.NONE) : this.departments.read(cell);
	}

	private void setFields(RowBlock block, Origin origin, PageDraft page) {
		for (int slot = 0; slot < this.cells.length; slot++) {
			Slot column = this.plan.slot(slot);
			FieldRule rule = column.rule();
			if (rule == null) {
				continue;
			}
			CellText value = load(block, slot);
			if (value.isBlank()) {
				this.fields.set(column.position(), NOTHING, 0, 0);
				continue;
			}
			Message problem = value.trouble();
			if (problem == null) {
				problem = rule.apply(value, this.fields, column.position());
			}
			if (problem != null) {
				page.warn(origin, column.heading(), value.raw(), problem, this.userid.userid());
			}
		}
	}

	private Member bare(Origin origin) {
		return member(this.unknown, null, origin);
	}

	private Member member(Fields values, @Nullable Placements placements, Origin origin) {
		String former = this.userid.former();
		String ref = Userid.key((former != null) ? former : this.userid.userid());
		return new Member(ref, this.userid.userid(), former, values, placements, origin);
	}

	/** The finding that the cell looked at last makes the row unusable. */
	private Finding rejection(Origin origin, int slot, Message reason, @Nullable String knownUserid) {
		return new Finding(Finding.Severity.REJECTED, origin, this.plan.slot(slot).heading(), this.cell.raw(), reason,
				knownUserid);
	}

}
