package dev.rollcall.connector.excel.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rollcall.connector.excel.Workbooks;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.Chance;
import dev.rollcall.connector.excel.workbook.SeenCells;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what is read against what POI's user model reads, cell by cell. */
class XlsxAgainstPoiTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void readsWhatPoiReads() throws IOException {
		int rounds = Chance.rounds(60);
		for (long seed = Chance.seed(); seed < Chance.seed() + rounds; seed++) {
			RandomSheets sheets = new RandomSheets(new Random(seed));
			Workbooks workbook = sheets.workbook();
			List<String> pois = pois(workbook.write(this.folder.resolve("a.xlsx")));
			Path file = sheets.dialect(workbook).write(this.folder.resolve("b.xlsx"));
			assertThat(SeenCells.differences(ours(file), pois)).as("-Dchance.seed=%s -Dchance.rounds=1", seed)
				.isEmpty();
		}
	}

	@Test
	void readsWhatPoiReadsOfDamagedSheetsOrRefusesThem() throws IOException {
		int both = 0;
		int rounds = Chance.rounds(150);
		for (long seed = Chance.seed(); seed < Chance.seed() + rounds; seed++) {
			RandomSheets sheets = new RandomSheets(new Random(seed));
			Path file = sheets.damaged(sheets.workbook(), this.folder.resolve("a.xlsx"));
			List<String> pois;
			try {
				pois = pois(file);
			}
			// POI throws whatever its code runs into.
			catch (IOException | RuntimeException ex) {
				continue;
			}
			try {
				List<String> ours = ours(file);
				both++;
				assertThat(SeenCells.differences(ours, pois)).as("-Dchance.seed=%s -Dchance.rounds=1", seed).isEmpty();
			}
			catch (RefusedException ex) {
				assertThat(ex.why()).isNotNull();
			}
		}
		assertThat(both).isGreaterThan(rounds / 50);
	}

	private static List<String> ours(Path file) throws IOException {
		try (Book book = new XlsxBook(file.toFile())) {
			return SeenCells.of(book, 0);
		}
	}

	private static List<String> pois(Path file) throws IOException {
		List<String> cells = new ArrayList<>();
		try (InputStream in = Files.newInputStream(file); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
			for (Row row : workbook.getSheetAt(0)) {
				for (Cell cell : row) {
					String what = what((XSSFCell) cell);
					if (!what.isEmpty()) {
						cells.add((row.getRowNum() + 1) + ":" + cell.getColumnIndex() + " " + what);
					}
				}
			}
		}
		Collections.sort(cells);
		return cells;
	}

	private static String what(XSSFCell cell) {
		boolean formula = cell.getCellType() == CellType.FORMULA;
		CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
		String value = cell.getRawValue();
		if (type != CellType.STRING && (value == null || value.isEmpty())) {
			// POI takes that for zero or false.
			return formula ? "no value" : "";
		}
		return switch (type) {
			case STRING -> {
				String text = cell.getRichStringCellValue().getString();
				yield text.isEmpty() ? "" : "text " + text;
			}
			case NUMERIC -> (isDate(cell.getCellStyle()) ? "date " : "number ") + cell.getNumericCellValue();
			case BOOLEAN -> "truth " + value.strip().matches("1|true");
			case ERROR -> "error " + FormulaError.forInt(cell.getErrorCellValue()).getString();
			default -> "";
		};
	}

	private static boolean isDate(CellStyle style) {
		int format = style.getDataFormat();
		// POI does not know the dates that only a Chinese Excel has built in.
		return format == 31 || DateUtil.isADateFormat(format, style.getDataFormatString());
	}

}
