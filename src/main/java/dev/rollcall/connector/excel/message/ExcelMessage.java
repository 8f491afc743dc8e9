package dev.rollcall.connector.excel.message;

import dev.rollcall.directory.Message;

/**
 * Every sentence this package says, with the number of its arguments. The first argument
 * of those that refuse a file is the file's name.
 */
public enum ExcelMessage {

	SETTINGS_NO_FILE("settings.no-file", 0), SETTINGS_START_ROW("settings.start-row", 1),
	SETTINGS_END_ROW("settings.end-row", 2), SETTINGS_PATH("settings.path", 1), FILE_MISSING("file-missing", 1),
	FILE_NOT_REGULAR("file-not-regular", 1), SHEET_MISSING("sheet-missing", 3),

	UNREADABLE("unreadable", 2), CHANGED("changed", 1), EMPTY_FILE("empty-file", 1),
	UNKNOWN_ENDING("unknown-ending", 1), REALLY_XLSX("really-xlsx", 1), REALLY_XLS("really-xls", 1),
	REALLY_TEXT("really-text", 1), REALLY_HTML("really-html", 1), REALLY_XML("really-xml", 1),
	REALLY_OTHER("really-other", 1), ENCRYPTED("encrypted", 1), TOO_OLD("too-old", 1),
	BINARY_WORKBOOK("binary-workbook", 1), NO_WORKBOOK("no-workbook", 1),

	DAMAGED("damaged", 2), TRUNCATED("truncated", 2), NO_PARTS_LIST("no-parts-list", 1), DAMAGED_ROW("damaged-row", 3),
	DOCTYPE("doctype", 2), TOO_LONG("too-long", 3), ENCODING("encoding", 3), BOMB("bomb", 4),
	TOO_MANY_PARTS("too-many-parts", 3), PATH_TRICK("path-trick", 2), EXTERNAL("external", 2),
	TOO_MANY_CELLS("too-many-cells", 4), TOO_MANY_ROWS("too-many-rows", 3), TEXT_MISSING("text-missing", 2),
	TOO_MUCH_TEXT("too-much-text", 2), CSV_ENCODING("csv-encoding", 1), CSV_DAMAGED("csv-damaged", 2),

	NO_SHEET("no-sheet", 1), NO_HEADER("no-header", 2), ONLY_HIDDEN("only-hidden", 2), SAME_COLUMNS("same-columns", 4),
	SECOND_HEADER("second-header", 3), NO_ROWS("no-rows", 1), NOT_WRITTEN("not-written", 2),
	FILE_EXISTS("file-exists", 1),

	GAP_HIDDEN("gap.hidden", 1), GAP_NO_HEADER("gap.no-header", 1), GAP_REJECTED("gap.rejected", 1),
	GAP_ROWS("gap.rows", 3), GAP_USERID("gap.userid", 0),

	ROW_FIELDS("row.fields", 2),

	USERID_EMPTY("userid.empty", 0), USERID_NUMBER("userid.number", 0), USERID_NOT_DIGITS("userid.not-digits", 0),
	USERID_FULL_WIDTH("userid.full-width", 0), USERID_RULE("userid.rule", 1), USERID_PAIR("userid.pair", 0),
	NAME_EMPTY("name.empty", 0), NAME_LONG("name.long", 2), DEPARTMENTS_EMPTY("departments.empty", 0),
	DEPARTMENTS_SEGMENT("departments.segment", 1), DEPARTMENTS_LONG("departments.long", 3),
	DEPARTMENTS_CHARACTER("departments.character", 2), DEPARTMENTS_DEEP("departments.deep", 3),
	DEPARTMENTS_MANY("departments.many", 1), DEPARTMENTS_LINES("departments.lines", 0),
	DEPARTMENTS_NOT_TEXT("departments.not-text", 0),

	CELL_ERROR("cell.error", 1), CELL_NO_VALUE("cell.no-value", 0), CELL_PRECISION("cell.precision", 1),
	CELL_DATE("cell.date", 0), CELL_NUMBER("cell.number", 0), CELL_ZEROS("cell.zeros", 0),

	VALUE_LONG("value.long", 2), VALUE_MASKED("value.masked", 0), VALUE_CHOICE("value.choice", 1),
	VALUE_ZEROS("value.zeros", 0), VALUE_NOT_TEXT("value.not-text", 0), VALUE_NOT_DIGITS("value.not-digits", 0),
	MOBILE("value.mobile", 0), TELEPHONE("value.telephone", 0), MAIL("value.mail", 0), NO_HEADING("no-heading", 1),
	RESERVED_HEADING("reserved-heading", 1),

	CHECK_SHEET("check.sheet", 3);

	private final String code;

	private final int arguments;

	ExcelMessage(String code, int arguments) {
		this.code = "excel." + code;
		this.arguments = arguments;
	}

	/** The key of the sentence in the bundles. */
	public String code() {
		return this.code;
	}

	/** How many arguments the sentence takes. */
	public int arguments() {
		return this.arguments;
	}

	/**
	 * The message with its arguments.
	 * @throws IllegalArgumentException when their number is not that of the sentence
	 */
	public Message of(Object... values) {
		if (values.length != this.arguments) {
			throw new IllegalArgumentException(this.code + " takes " + this.arguments + " arguments");
		}
		return Message.of(this.code, values);
	}

}
