package dev.rollcall.connector.excel;

import java.util.Objects;
import java.util.function.ToIntFunction;

import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Writes the XML of a sheet, row by row, for {@link Workbooks}. */
public final class SheetXmlBuilder {

	private final String name;

	private final String state;

	private final String type;

	private final ToIntFunction<String> strings;

	private final StringBuilder rows = new StringBuilder();

	private String before = "";

	private String behind = "";

	private boolean references = true;

	private int nextRow = 1;

	SheetXmlBuilder(String name, String state, String type, ToIntFunction<String> strings) {
		this.name = name;
		this.state = state;
		this.type = type;
		this.strings = strings;
	}

	String name() {
		return this.name;
	}

	String state() {
		return this.state;
	}

	String type() {
		return this.type;
	}

	/**
	 * Adds a row.
	 * @param cells a text is shared, a number is a number, null is no cell at all; see
	 * {@link Cells} for others
	 */
	public SheetXmlBuilder row(@Nullable Object... cells) {
		int number = this.nextRow++;
		this.rows.append(this.references ? "<row r=\"" + number + "\">" : "<row>");
		for (int column = 0; column < cells.length; column++) {
			Object cell = cells[column];
			if (cell != null) {
				String reference = this.references
						? " r=\"" + CellReference.convertNumToColString(column) + number + "\"" : "";
				append(reference, cell);
			}
		}
		this.rows.append("</row>");
		return this;
	}

	private void append(String reference, Object value) {
		Cells.Cell cell;
		if (value instanceof Cells.Cell ready) {
			cell = ready;
		}
		else if (value instanceof Number number) {
			cell = Cells.number(number.toString());
		}
		else {
			cell = Cells.shared(this.strings.applyAsInt(Objects.toString(value)));
		}
		this.rows.append("<c" + reference + cell.attributes());
		this.rows.append(cell.content().isEmpty() ? "/>" : ">" + cell.content() + "</c>");
	}

	/** The next row stands here; those between are not in the file. */
	public SheetXmlBuilder at(int row) {
		this.nextRow = row;
		return this;
	}

	/** Rows and cells do not say where they stand. */
	public SheetXmlBuilder withoutReferences() {
		this.references = false;
		return this;
	}

	/** XML as it is, among the rows. */
	public SheetXmlBuilder xml(String xml) {
		this.rows.append(xml);
		return this;
	}

	/** XML before the rows, such as a dimension. */
	public SheetXmlBuilder before(String xml) {
		this.before = xml;
		return this;
	}

	/** XML behind the rows, such as links. */
	public SheetXmlBuilder behind(String xml) {
		this.behind = xml;
		return this;
	}

	/** The whole part. */
	String part(String namespace) {
		return "<worksheet xmlns=\"" + namespace + "\">" + this.before + "<sheetData>" + this.rows + "</sheetData>"
				+ this.behind + "</worksheet>";
	}

}
