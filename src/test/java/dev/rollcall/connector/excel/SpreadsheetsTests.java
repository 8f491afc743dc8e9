package dev.rollcall.connector.excel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.zip.ZipFile;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Spreadsheets.Column;
import dev.rollcall.connector.Spreadsheets.Rows;
import dev.rollcall.connector.Spreadsheets.Sheet;
import dev.rollcall.connector.excel.message.ExcelMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Workbooks that are written for people. */
class SpreadsheetsTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private static Sheet sheet(String name, Rows rows) {
		return new Sheet(name, List.of(new Column("账号", 20), new Column("=备注", 1000)), rows);
	}

	private static Sheet sheet(List<List<String>> rows) {
		return sheet("成员", rows::forEach);
	}

	private Path write(boolean replaces, Sheet... sheets) {
		Path file = this.folder.resolve("worksheet.xlsx");
		new ExcelSpreadsheets().write(file, replaces, List.of(sheets));
		return file;
	}

	private static XSSFWorkbook read(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			return new XSSFWorkbook(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<List<String>> texts(XSSFSheet sheet) {
		List<List<String>> rows = new ArrayList<>();
		for (Row row : sheet) {
			List<String> cells = new ArrayList<>();
			row.forEach((cell) -> cells.add(cell.getStringCellValue()));
			rows.add(cells);
		}
		return rows;
	}

	@Test
	void sheetsHaveTheirHeadingsAndRowsInOrder() throws IOException {
		Path file = write(false, sheet(List.of(List.of("li", "李"), List.of("wang", ""))),
				sheet("第二张", (rows) -> rows.accept(List.of("1", "2"))));
		try (XSSFWorkbook workbook = read(file)) {
			assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("成员");
			assertThat(texts(workbook.getSheetAt(0))).containsExactly(List.of("账号", "=备注"), List.of("li", "李"),
					List.of("wang", ""));
			assertThat(texts(workbook.getSheet("第二张"))).containsExactly(List.of("账号", "=备注"), List.of("1", "2"));
		}
	}

	@Test
	void headingsStayInSightAndCanBeFilteredBy() throws IOException {
		Path file = write(false, sheet(List.of(List.of("li", "李"))));
		try (XSSFWorkbook workbook = read(file)) {
			XSSFSheet sheet = workbook.getSheetAt(0);
			assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
			assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
			assertThat(sheet.getColumnWidth(0)).isEqualTo(20 * 256);
			assertThat(sheet.getColumnWidth(1)).isEqualTo(255 * 256);
		}
		try (ZipFile parts = new ZipFile(file.toFile());
				InputStream part = parts.getInputStream(parts.getEntry("xl/worksheets/sheet1.xml"))) {
			assertThat(new String(part.readAllBytes(), StandardCharsets.UTF_8)).contains("<autoFilter ref=\"A1:B2\"");
		}
	}

	@Test
	void everyCellIsATextAndNoneAFormula() throws IOException {
		List<String> odd = List.of("=HYPERLINK(\"http://x\")", "+8613800000000", "-1", "@SUM(A1)", "\t=1", "\r=1");
		Path file = write(false,
				sheet("a", (rows) -> odd.forEach((text) -> rows.accept(List.of(text, "13800000000")))));
		try (XSSFWorkbook workbook = read(file)) {
			XSSFSheet sheet = workbook.getSheetAt(0);
			for (int i = 0; i < odd.size(); i++) {
				Cell cell = sheet.getRow(i + 1).getCell(0);
				assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
				assertThat(cell.getStringCellValue()).isEqualTo(odd.get(i));
				assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
				Cell number = sheet.getRow(i + 1).getCell(1);
				assertThat(number.getCellType()).isEqualTo(CellType.STRING);
				assertThat(number.getCellStyle().getDataFormatString()).isEqualTo("@");
			}
			assertThat(sheet.getRow(0).getCell(1).getCellStyle().getQuotePrefixed()).isTrue();
		}
	}

	@Test
	void textsThatAreTooLongAreCutAndOddCharactersSurvive() throws IOException {
		Path file = write(false, sheet(List.of(List.of("x".repeat(40_000), "_x0041_\u0001😀"))));
		try (XSSFWorkbook workbook = read(file)) {
			assertThat(texts(workbook.getSheetAt(0)).get(1)).containsExactly("x".repeat(32_767), "_x0041_\u0001😀");
		}
	}

	@Test
	void aSheetThatIsFullGoesOnInAnother() throws IOException {
		Path file = this.folder.resolve("long.xlsx");
		try (WrittenWorkbook workbook = new WrittenWorkbook(3); var out = Files.newOutputStream(file)) {
			workbook.add(sheet("成员/甲",
					(rows) -> List.of("1", "2", "3", "4", "5").forEach((text) -> rows.accept(List.of(text, "")))));
			workbook.write(out);
		}
		try (XSSFWorkbook workbook = read(file)) {
			assertThat(workbook.sheetIterator()).toIterable()
				.extracting(org.apache.poi.ss.usermodel.Sheet::getSheetName)
				.containsExactly("成员 甲", "成员 甲 (2)", "成员 甲 (3)");
			assertThat(texts(workbook.getSheetAt(2))).containsExactly(List.of("账号", "=备注"), List.of("5", ""));
		}
	}

	/** Held as objects they would take some hundred megabytes. */
	@Test
	void aHundredThousandRowsTakeLittleMemory() throws IOException {
		long[] most = { 0 };
		long before = used();
		String why = "in the visible range, no sub-user yet, and what else there is to say ".repeat(5);
		Path file = write(false, sheet("成员", (rows) -> {
			for (int i = 0; i < 100_000; i++) {
				rows.accept(List.of("user" + i, why + i));
				if (i % 25_000 == 24_999) {
					most[0] = Math.max(most[0], used());
				}
			}
		}));
		assertThat(most[0] - before).isLessThan(30L << 20);
		try (ZipFile zip = new ZipFile(file.toFile());
				Scanner sheet = new Scanner(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")),
						StandardCharsets.UTF_8)) {
			assertThat(sheet.findAll("<row ").count()).isEqualTo(100_001);
		}
	}

	@Test
	void nothingIsLeftBehindButTheFileAndOnlyItsOwnerMayReadIt() throws IOException {
		List<String> meanwhile = new ArrayList<>();
		Path file = write(false, sheet("a", (rows) -> {
			for (int i = 0; i < 100; i++) {
				rows.accept(List.of("1", "2"));
			}
			for (String name : names()) {
				meanwhile.add(name + " " + permissions(this.folder.resolve(name)));
			}
		}));
		assertThat(meanwhile).hasSizeGreaterThan(1).allMatch((name) -> name.endsWith(" rw-------"));
		assertThat(names()).containsExactly("worksheet.xlsx");
		assertThat(permissions(file)).isEqualTo("rw-------");
	}

	@Test
	void aFileThatIsThereIsOnlyReplacedIfThatWasAskedFor() throws IOException {
		Path file = this.folder.resolve("worksheet.xlsx");
		Files.writeString(file, "somebody's");
		assertThatExceptionOfType(DirectoryException.class)
			.isThrownBy(() -> write(false, sheet(List.of(List.of("1", "2")))))
			.satisfies((ex) -> assertThat(ex.text().code()).isEqualTo(ExcelMessage.FILE_EXISTS.code()));
		assertThat(file).hasContent("somebody's");
		assertThat(names()).containsExactly("worksheet.xlsx");
		write(true, sheet(List.of(List.of("1", "2"))));
		try (XSSFWorkbook workbook = read(file)) {
			assertThat(workbook.getNumberOfSheets()).isOne();
		}
	}

	@Test
	void whatFailsHalfWayLeavesNothing() {
		assertThatIllegalStateException().isThrownBy(() -> write(false, sheet("a", (rows) -> {
			rows.accept(List.of("1", "2"));
			throw new IllegalStateException("the plan fails");
		})));
		assertThat(names()).isEmpty();
	}

	@Test
	void saysWhereItCannotBeWritten() {
		Path nowhere = this.folder.resolve("no/such/folder/worksheet.xlsx");
		assertThatExceptionOfType(DirectoryException.class)
			.isThrownBy(() -> new ExcelSpreadsheets().write(nowhere, false, List.of(sheet(List.of()))))
			.satisfies((ex) -> assertThat(ex.text().code()).isEqualTo(ExcelMessage.NOT_WRITTEN.code()));
	}

	private Set<String> names() {
		return Set.of(this.folder.toFile().list());
	}

	private static String permissions(Path file) {
		try {
			return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long used() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

}
