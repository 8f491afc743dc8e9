package dev.rollcall.connector.excel.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.TextEncoding;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.connector.excel.workbook.RowStream;
import dev.rollcall.connector.excel.workbook.SharedStrings;

/**
 * A CSV file as a book with one sheet, named as the file. The separator is the one with
 * which a header is found: comma, semicolon or tab.
 */
public final class CsvBook implements Book {

	private static final char[] SEPARATORS = { ',', ';', '\t' };

	private final Path file;

	private final Charset charset;

	private final char separator;

	private final Sheet sheet;

	/** Finds out whether rows have a header among the first of them. */
	@FunctionalInterface
	public interface HeaderSearch {

		boolean finds(RowStream rows, CellText cell) throws IOException;

	}

	/**
	 * Opens a file.
	 * @param headers what tells the right separator from the others
	 */
	public CsvBook(Path file, HeaderSearch headers) throws IOException {
		this.file = file;
		this.charset = TextEncoding.of(file);
		String name = String.valueOf(file.getFileName());
		int dot = name.lastIndexOf('.');
		this.sheet = new Sheet((dot > 0) ? name.substring(0, dot) : name, true);
		this.separator = findSeparator(headers);
	}

	private char findSeparator(HeaderSearch headers) throws IOException {
		for (char candidate : SEPARATORS) {
			if (showsHeader(candidate, headers)) {
				return candidate;
			}
		}
		return SEPARATORS[0];
	}

	private boolean showsHeader(char candidate, HeaderSearch headers) throws IOException {
		try (RowStream rows = new CsvRows(this.file, this.charset, candidate)) {
			return headers.finds(rows, new CellText(this));
		}
		catch (RefusedException ex) {
			// With the wrong separator even a good file can look damaged.
			return false;
		}
	}

	@Override
	public List<Sheet> sheets() {
		return List.of(this.sheet);
	}

	@Override
	public RowStream rows(int index) throws IOException {
		return new CsvRows(this.file, this.charset, this.separator);
	}

	@Override
	public SharedStrings strings() {
		return SharedStrings.none();
	}

	@Override
	public void forgetStrings() {
	}

	@Override
	public boolean isFrom1904() {
		return false;
	}

	@Override
	public void close() {
	}

}
