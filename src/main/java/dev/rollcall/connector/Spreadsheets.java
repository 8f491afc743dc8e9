package dev.rollcall.connector;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes workbooks for people to work with. A Spring bean of the one connector that knows
 * how such files are made.
 */
public interface Spreadsheets {

	/** What the names of its files end with. */
	String ENDING = ".xlsx";

	/**
	 * A sheet: a row of headings that stays in sight, and texts below them.
	 *
	 * @param name what it is called, made to fit where it does not
	 * @param columns its columns
	 * @param rows fills it
	 */
	record Sheet(String name, List<Column> columns, Rows rows) {

		public Sheet {
			columns = List.copyOf(columns);
		}

	}

	/**
	 * A column.
	 *
	 * @param heading what stands above
	 * @param width how many characters wide it is
	 */
	record Column(String heading, int width) {

	}

	/** The rows of a sheet, made while they are written. */
	@FunctionalInterface
	interface Rows {

		/**
		 * Hands rows over, one after the other.
		 * @param sheet takes for each column a text, empty where there is none
		 */
		void fill(Consumer<List<String>> sheet);

	}

	/**
	 * Writes a workbook, sheet after sheet, and holds no more than a few rows in memory;
	 * a sheet that is full goes on in another one. Every cell is a text, whatever it
	 * begins with, and never a formula. What is not finished has another name; nobody but
	 * the owner may read either.
	 * @param file where to, in a folder that is there
	 * @param replaces whether a file that is there is replaced; else it is kept
	 * @param sheets one or more
	 * @throws DirectoryException when the file cannot be written, or is there and must
	 * not be replaced
	 */
	void write(Path file, boolean replaces, List<Sheet> sheets);

}
