package dev.rollcall.connector.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.excel.contacts.ColumnKind;
import dev.rollcall.connector.excel.contacts.Header;
import dev.rollcall.connector.excel.contacts.SheetHead;
import dev.rollcall.connector.excel.contacts.SheetPlan;
import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.connector.excel.workbook.RowStream;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Schema;

/**
 * Which sheets of a book are read, and why others are not.
 *
 * @param plans what is done with the rows of those that are, at least one
 * @param schema the fields of all of them, in the order of their columns
 * @param gaps sheets that may hold members and are not read
 * @param warnings headings that cannot be used
 */
record Selection(List<SheetPlan> plans, Schema schema, List<Message> gaps, List<Finding> warnings) {

	Selection {
		plans = List.copyOf(plans);
		gaps = List.copyOf(gaps);
		warnings = List.copyOf(warnings);
	}

	/**
	 * Looks at the top of the sheets.
	 * @param file the file's name, for sentences
	 */
	static Selection of(Book book, ExcelSettings settings, String file) throws IOException {
		if (book.sheets().isEmpty()) {
			throw new RefusedException(ExcelMessage.NO_SHEET);
		}
		String wanted = settings.sheet();
		Map<Integer, Header> headers = new LinkedHashMap<>();
		List<Message> gaps = new ArrayList<>();
		if (wanted != null) {
			int sheet = find(book.sheets(), wanted, file);
			Header header = head(book, sheet).header();
			if (header != null) {
				headers.put(sheet, header);
			}
		}
		else {
			selectVisible(book, headers, gaps);
		}
		if (headers.isEmpty()) {
			throw new RefusedException(ExcelMessage.NO_HEADER, (wanted != null) ? wanted : names(book.sheets()));
		}
		return of(book, headers, gaps);
	}

	private static void selectVisible(Book book, Map<Integer, Header> headers, List<Message> gaps) throws IOException {
		String hidden = null;
		for (int sheet = 0; sheet < book.sheets().size(); sheet++) {
			SheetHead head = head(book, sheet);
			Book.Sheet properties = book.sheets().get(sheet);
			if (head.header() != null && properties.visible()) {
				headers.put(sheet, head.header());
			}
			else if (head.header() != null) {
				hidden = (hidden != null) ? hidden : properties.name();
				gaps.add(ExcelMessage.GAP_HIDDEN.of(properties.name()));
			}
			else if (head.anyText() && properties.visible()) {
				gaps.add(ExcelMessage.GAP_NO_HEADER.of(properties.name()));
			}
		}
		if (headers.isEmpty() && hidden != null) {
			throw new RefusedException(ExcelMessage.ONLY_HIDDEN, hidden);
		}
	}

	private static Selection of(Book book, Map<Integer, Header> headers, List<Message> gaps) throws IOException {
		Schema schema = Schema.of();
		List<Finding> warnings = new ArrayList<>();
		for (Map.Entry<Integer, Header> entry : headers.entrySet()) {
			Header header = entry.getValue();
			List<Header.Column> clash = header.clash();
			if (!clash.isEmpty()) {
				throw new RefusedException(ExcelMessage.SAME_COLUMNS, book.sheets().get(entry.getKey()).name(),
						clash.get(0).heading(), clash.get(1).heading());
			}
			schema = schema.with(header.fields());
			if (header.find(ColumnKind.REASON) != null) {
				gaps.add(ExcelMessage.GAP_MENDED.of(book.sheets().get(entry.getKey()).name()));
			}
			Origin origin = new Origin(entry.getKey(), header.row());
			header.columns()
				.stream()
				.filter((column) -> column.kind() == ColumnKind.RESERVED)
				.forEach((column) -> warnings.add(new Finding(Finding.Severity.WARNING, origin, column.heading(), "",
						ExcelMessage.RESERVED_HEADING.of(column.heading()), null)));
		}
		List<SheetPlan> plans = new ArrayList<>();
		for (Map.Entry<Integer, Header> entry : headers.entrySet()) {
			plans.add(new SheetPlan(entry.getKey(), entry.getValue(), schema));
		}
		return new Selection(plans, schema, gaps, warnings);
	}

	/** A sheet by its name, or by its index if none is called so. */
	private static int find(List<Book.Sheet> sheets, String wanted, String file) {
		String trimmed = wanted.trim();
		for (int sheet = 0; sheet < sheets.size(); sheet++) {
			// Excel itself does not tell names apart by case.
			if (sheets.get(sheet).name().trim().equalsIgnoreCase(trimmed)) {
				return sheet;
			}
		}
		int index = trimmed.matches("[0-9]{1,6}") ? Integer.parseInt(trimmed) : -1;
		if (index < 0 || index >= sheets.size()) {
			throw new SettingsException(ExcelMessage.SHEET_MISSING.of(wanted, file, names(sheets)));
		}
		return index;
	}

	private static SheetHead head(Book book, int sheet) throws IOException {
		try (RowStream rows = book.rows(sheet)) {
			return SheetHead.read(rows, new CellText(book));
		}
	}

	private static String names(List<Book.Sheet> sheets) {
		return sheets.stream().map(Book.Sheet::name).collect(Collectors.joining(", "));
	}

	/** The plan of a sheet, null if it is not read. */
	@Nullable SheetPlan plan(int sheet) {
		return this.plans.stream().filter((plan) -> plan.sheet() == sheet).findFirst().orElse(null);
	}

}
