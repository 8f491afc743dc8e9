package dev.rollcall.connector.excel.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** An open file as sheets of rows, whatever its format. */
public interface Book extends Closeable {

	/** The most rows that a sheet can have. */
	int MAX_ROWS = 1_048_576;

	/** The most columns that a sheet can have. */
	int MAX_COLUMNS = 16_384;

	/** One sheet that holds rows. */
	record Sheet(String name, boolean visible) {
	}

	/** The sheets in the order in which the file lists them, hidden ones too. */
	List<Sheet> sheets();

	/** The rows of a sheet from its top; every call starts afresh. */
	RowStream rows(int sheet) throws IOException;

	/** The texts that cells share; read again if they were forgotten. */
	SharedStrings strings() throws IOException;

	/** Gives the memory of the shared texts back. */
	void forgetStrings();

	/** Whether days are counted from 1904. */
	boolean isFrom1904();

}
