package dev.rollcall.connector.excel.xls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.workbook.Book;
import dev.rollcall.connector.excel.workbook.Chance;
import dev.rollcall.connector.excel.workbook.SeenCells;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what is read against what POI's user model reads, cell by cell. */
class XlsAgainstPoiTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void readsWhatPoiReads() throws IOException {
		int rounds = Chance.rounds(30);
		for (long seed = Chance.seed(); seed < Chance.seed() + rounds; seed++) {
			byte[] workbook = workbook(new Random(seed));
			assertThat(SeenCells.differences(ours(workbook), pois(workbook)))
				.as("-Dchance.seed=%s -Dchance.rounds=1", seed)
				.isEmpty();
		}
	}

	@Test
	void readsWhatPoiReadsOfDamagedFilesOrRefusesThem() throws IOException {
		int both = 0;
		int rounds = Chance.rounds(100);
		for (long seed = Chance.seed(); seed < Chance.seed() + rounds; seed++) {
			Random random = new Random(seed);
			byte[] damaged = damaged(workbook(random), random);
			List<String> ours;
			try {
				ours = ours(damaged);
			}
			catch (RefusedException ex) {
				continue;
			}
			try {
				List<String> pois = pois(damaged);
				both++;
				assertThat(SeenCells.differences(withoutFormats(ours), withoutFormats(pois)))
					.as("-Dchance.seed=%s -Dchance.rounds=1", seed)
					.isEmpty();
			}
			// POI throws whatever its code runs into.
			catch (IOException | RuntimeException ex) {
				assertThat(ex).isNotNull();
			}
		}
		assertThat(both).isGreaterThan(rounds / 10);
	}

	/** A damaged format can be a date for one and none for the other. */
	private static List<String> withoutFormats(List<String> cells) {
		return cells.stream().map((cell) -> cell.replace(" date ", " number ")).toList();
	}

	private static byte[] workbook(Random random) throws IOException {
		try (HSSFWorkbook workbook = new HSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			Sheet sheet = workbook.createSheet("a");
			CellStyle date = workbook.createCellStyle();
			date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
			int number = 0;
			for (int i = 0; i < 3 + random.nextInt(60); i++) {
				number += 1 + ((random.nextInt(9) == 0) ? random.nextInt(100) : 0);
				Row row = sheet.createRow(number);
				for (int column = 0; column < 8; column += 1 + random.nextInt(3)) {
					set(row.createCell(column), random, date);
				}
			}
			workbook.write(out);
			return out.toByteArray();
		}
	}

	private static void set(Cell cell, Random random, CellStyle date) {
		switch (random.nextInt(9)) {
			case 0 -> cell.setCellValue(random.nextInt(100_000));
			case 1 -> cell.setCellValue(random.nextDouble() * 1e12);
			case 2 -> {
				cell.setCellValue(random.nextInt(60_000) + random.nextInt(4) / 4.0);
				cell.setCellStyle(date);
			}
			case 3 -> cell.setCellValue(random.nextBoolean());
			case 4 -> cell.setCellErrorValue(FormulaError.NA.getCode());
			case 5 -> {
				cell.setCellFormula(Chance.pick(random, "1+1", "\"a\"&\"b\"", "TRUE", "1/0", "\"\""));
				cell.getSheet().getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
			}
			default -> cell.setCellValue(Chance.pick(random, "张三", "x", "", "user" + random.nextInt(50), "😀é",
					"long text ".repeat(20), "公司/研发；公司"));
		}
	}

	/**
	 * Mostly inside of the stream that holds the records, which follow the first sector.
	 */
	private static byte[] damaged(byte[] workbook, Random random) {
		byte[] changed = workbook.clone();
		for (int i = 0; i < 1 + random.nextInt(3); i++) {
			int at = 512 + random.nextInt(changed.length - 512);
			int to = Math.min(changed.length, at + 1 + random.nextInt(6));
			switch (random.nextInt(4)) {
				case 0 -> changed[at] = (byte) random.nextInt(256);
				case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
				case 2 -> Arrays.fill(changed, at, to, (byte) -random.nextInt(2));
				default ->
					System.arraycopy(workbook, 512 + random.nextInt(workbook.length - 512 - 8), changed, at, to - at);
			}
		}
		return changed;
	}

	private List<String> ours(byte[] workbook) throws IOException {
		Path file = Files.write(this.folder.resolve("a.xls"), workbook);
		try (Book book = new XlsBook(file.toFile())) {
			if (book.sheets().isEmpty()) {
				throw new RefusedException(ExcelMessage.NO_SHEET);
			}
			return SeenCells.of(book, 0);
		}
	}

	private static List<String> pois(byte[] file) throws IOException {
		List<String> cells = new ArrayList<>();
		try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(file))) {
			for (Row row : workbook.getSheetAt(0)) {
				for (Cell cell : row) {
					String what = what(cell);
					if (!what.isEmpty()) {
						cells.add((row.getRowNum() + 1) + ":" + cell.getColumnIndex() + " " + what);
					}
				}
			}
		}
		Collections.sort(cells);
		return cells;
	}

	private static String what(Cell cell) {
		boolean formula = cell.getCellType() == CellType.FORMULA;
		return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
			case STRING -> {
				// Half a character is no text.
				String text = cell.getRichStringCellValue().getString().replaceAll("\\p{Cs}", "");
				yield text.isEmpty() ? "" : "text " + text;
			}
			case NUMERIC -> (isDate(cell.getCellStyle()) ? "date " : "number ") + cell.getNumericCellValue();
			case BOOLEAN -> "truth " + cell.getBooleanCellValue();
			case ERROR -> "error " + FormulaError.forInt(cell.getErrorCellValue()).getString();
			default -> "";
		};
	}

	private static boolean isDate(CellStyle style) {
		return DateUtil.isADateFormat(style.getDataFormat(), style.getDataFormatString());
	}

}
