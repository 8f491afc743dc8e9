package dev.rollcall.connector.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Spreadsheets;
import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.workbook.Book;

/** Writes {@code .xlsx} files. */
@Component
final class ExcelSpreadsheets implements Spreadsheets {

	@Override
	public void write(Path file, boolean replaces, List<Sheet> sheets) {
		try {
			new UnfinishedFile(file).write((out) -> write(sheets, out), replaces);
		}
		catch (FileAlreadyExistsException ex) {
			throw new DirectoryException(ExcelMessage.FILE_EXISTS.of(file), false, ex);
		}
		catch (IOException ex) {
			throw new DirectoryException(ExcelMessage.NOT_WRITTEN.of(file, String.valueOf(ex.getMessage())), false, ex);
		}
	}

	private static void write(List<Sheet> sheets, OutputStream out) throws IOException {
		try (WrittenWorkbook workbook = new WrittenWorkbook(Book.MAX_ROWS)) {
			sheets.forEach(workbook::add);
			workbook.write(out);
		}
	}

}
