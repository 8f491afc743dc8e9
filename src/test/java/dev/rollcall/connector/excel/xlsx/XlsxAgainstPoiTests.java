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
import dev.rollcall.connector.excel.workbook.CellText;
import dev.rollcall.connector.excel.workbook.RowBlock;
import dev.rollcall.connector.excel.workbook.RowStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what is read against what POI's user model reads, cell by cell. */
class XlsxAgainstPoiTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void readsWhatPoiReads() throws IOException {
		int rounds = Chance.rounds(150);
		for (long seed = Chance.seed(); seed < Chance.seed() + rounds; seed++) {
			RandomSheets sheets = new RandomSheets(new Random(seed));
			Workbooks workbook = sheets.workbook();
			List<String> pois = pois(workbook.write(this.folder.resolve("a.xlsx")));
			Path file = sheets.dialect(workbook).write(this.folder.resolve("b.xlsx"));
			assertThat(differences(ours(file), pois)).as("-Dchance.seed=%s -Dchance.rounds=1", seed).isEmpty();
		}
	}

	@Test
	void readsWhatPoiReadsOfDamagedSheetsOrRefusesThem() throws IOException {
		int both = 0;
		int rounds = Chance.rounds(300);
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
				assertThat(differences(ours, pois)).as("-Dchance.seed=%s -Dchance.rounds=1", seed).isEmpty();
			}
			catch (RefusedException ex) {
				assertThat(ex.why()).isNotNull();
			}
		}
		assertThat(both).isGreaterThan(rounds / 50);
	}

	private static List<String> differences(List<String> ours, List<String> pois) {
		List<String> differences = new ArrayList<>();
		ours.stream().filter((cell) -> !pois.contains(cell)).forEach((cell) -> differences.add("ours: " + cell));
		pois.stream().filter((cell) -> !ours.contains(cell)).forEach((cell) -> differences.add("POI:  " + cell));
		return differences;
	}

	private static List<String> ours(Path file) throws IOException {
		List<String> cells = new ArrayList<>();
		try (Book book = new XlsxBook(file.toFile()); RowStream rows = book.rows(0)) {
			CellText cell = new CellText(book);
			RowBlock block = new RowBlock();
			do {
				block.clear(0);
				rows.fill(block);
				cell.prepare(block);
				for (int row = 0; row < block.rows(); row++) {
					for (int i = block.rowStart(row); i < block.rowEnd(row); i++) {
						String what = what(cell.load(block, i));
						if (!what.isEmpty()) {
							cells.add(block.rowNumber(row) + ":" + block.column(i) + " " + what);
						}
					}
				}
			}
			while (!block.isLast());
		}
		Collections.sort(cells);
		return cells;
	}

	private static String what(CellText cell) {
		return switch (cell.type()) {
			case dev.rollcall.connector.excel.workbook.CellType.BOOLEAN -> "truth " + cell.text();
			case dev.rollcall.connector.excel.workbook.CellType.ERROR -> "error " + cell.raw();
			case dev.rollcall.connector.excel.workbook.CellType.NO_VALUE -> "no value";
			case dev.rollcall.connector.excel.workbook.CellType.NUMBER -> "number " + Double.parseDouble(cell.raw());
			case dev.rollcall.connector.excel.workbook.CellType.DATE,
					dev.rollcall.connector.excel.workbook.CellType.TIME,
					dev.rollcall.connector.excel.workbook.CellType.DATE_TIME ->
				"date " + Double.parseDouble(cell.raw());
			default -> cell.raw().isEmpty() ? "" : "text " + cell.raw();
		};
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
		String value = cell.getCTCell().getV();
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
