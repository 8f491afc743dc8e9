package dev.rollcall.connector.excel.workbook;

import java.io.Closeable;
import java.io.IOException;

/** The rows of one sheet from top to bottom. Used by one thread. */
public interface RowStream extends Closeable {

	/**
	 * Fills a block with the next rows. Row numbers rise; the last block of the sheet,
	 * which may be empty, says that it is the last, and only if the sheet was read to its
	 * proper end.
	 */
	void fill(RowBlock block) throws IOException;

}
