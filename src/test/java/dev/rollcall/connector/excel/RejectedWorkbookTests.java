package dev.rollcall.connector.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.RejectedRows;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.excel.contacts.Header;
import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Message;

import static dev.rollcall.connector.excel.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Rejected rows are written so that they can be mended and fed again. */
class RejectedWorkbookTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private Path source(Workbooks workbook) {
		return workbook.write(this.folder.resolve("contacts.xlsx"));
	}

	/** Reads a file and writes its rejected rows. */
	private Path rejected(Path file) {
		try (Source source = Read.open(Read.settings(file))) {
			List<Finding> findings = new ArrayList<>();
			Read.pages(source, null).forEach((page) -> findings.addAll(page.findings()));
			return write(source, findings.stream().filter(Finding::rejects).toList());
		}
	}

	private Path write(Source source, List<Finding> findings) {
		RejectedRows writer = Objects.requireNonNull(source.rejectedRows());
		Path file = this.folder.resolve(writer.fileName());
		writer.write(findings, Refused::words, file);
		return file;
	}

	private static List<List<String>> rows(Path file, int sheet) {
		try (InputStream in = Files.newInputStream(file); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
			List<List<String>> rows = new ArrayList<>();
			for (Row row : workbook.getSheetAt(sheet)) {
				List<String> cells = new ArrayList<>();
				for (int i = 0; i < row.getLastCellNum(); i++) {
					Cell cell = row.getCell(i);
					cells.add((cell == null) ? "" : cell.getCellType().name().charAt(0) + ":" + cell);
				}
				rows.add(cells);
			}
			return rows;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void copiesTheRejectedRowsWithTheReasonInTheLastColumn() {
		Path file = rejected(source(Workbooks.of(row("note"), row("姓名", "帐号", "部门", null, "分"),
				row("李四", "lisi", "公司", "x", 1), row("王五", "王", "公司", "beside", 2.5), row("赵六", null, "公司"),
				row("孙七", "sunqi", null, null, null, "outside"))));
		assertThat(rows(file, 0)).containsExactly(List.of("S:姓名", "S:帐号", "S:部门", "", "S:分", "S:" + Header.REASON),
				List.of("S:王五", "S:王", "S:公司", "S:beside", "N:2.5",
						"S:帐号: " + Refused.words(ExcelMessage.USERID_RULE.of(64))),
				List.of("S:赵六", "", "S:公司", "", "", "S:帐号: " + Refused.words(ExcelMessage.USERID_EMPTY.of())),
				List.of("S:孙七", "S:sunqi", "", "", "", "S:部门: " + Refused.words(ExcelMessage.DEPARTMENTS_EMPTY.of())));
	}

	@Test
	void canBeMendedAndFedAgain() throws IOException {
		Path file = rejected(
				source(Workbooks.of(row("姓名", "帐号", "部门", "手机", "入职", "上班", "文", "转正"), row("李四", "lisi", "公司"),
						row("王五", Cells.number("123"), "公司/研发", Cells.number("13800000000"), Cells.styled("46053", 1),
								Cells.styled("0.375", 3), "=1+1 _x005F_x0041_",
								Cells.isoDate("2026-02-01T00:00:00")))));
		try (InputStream in = Files.newInputStream(file); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
			Sheet sheet = workbook.getSheetAt(0);
			assertThat(sheet.getSheetName()).isEqualTo("成员列表");
			sheet.getRow(1).getCell(1).setCellValue("00123");
			try (var out = Files.newOutputStream(this.folder.resolve("mended.xlsx"))) {
				workbook.write(out);
			}
		}
		Read read = Read.file(this.folder.resolve("mended.xlsx"));
		assertThat(read.findings()).isEmpty();
		// Whoever needed no mending is not in it, and has not left.
		assertThat(read.gaps()).extracting(Message::code).containsExactly("excel.gap.rejected");
		assertThat(read.fields()).containsExactly("name", "mobile", "入职", "上班", "文", "转正");
		assertThat(read.fields("00123")).containsEntry("mobile", "13800000000")
			.containsEntry("入职", "2026-01-31")
			.containsEntry("上班", "09:00")
			.containsEntry("文", "=1+1 _x0041_")
			.containsEntry("转正", "2026-02-01");
	}

	@Test
	void isRejectedAgainForTheSameReasonsIfNothingWasMended() {
		Path first = rejected(source(Workbooks.of(row("姓名", "帐号", "部门", "备注"), row("李四", "lisi", "公司"),
				row("王五", Cells.number("123"), "公司", Cells.error("#N/A")),
				row("赵六", Cells.formulaWithoutResult("A1"), "公司", Cells.formulaWithoutResult("A1")),
				row("孙七", "sunqi", "公司/a:b"))));
		Read again = Read.file(first);
		assertThat(again.found()).containsExactly("0:2 帐号 userid.number", "0:3 帐号 cell.error",
				"0:4 部门 departments.character");
		List<List<String>> rows = rows(first, 0);
		assertThat(rows(rejected(again(first)), 0)).hasSameSizeAs(rows).first().isEqualTo(rows.get(0));
	}

	private Path again(Path file) {
		try {
			return Files.copy(file, this.folder.resolve("again.xlsx"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void neverWritesAFormula() throws IOException {
		Path file = rejected(source(Workbooks.of(row("姓名", "帐号", "备注", "=HYPERLINK()"), row("李四", "lisi"),
				row("=cmd|' /C calc'!A0", "@甲", "+1", "-1"), row("\t=1", "乙", Cells.formula("1+1", "=2")))));
		try (InputStream in = Files.newInputStream(file); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
			int texts = 0;
			for (Row row : workbook.getSheetAt(0)) {
				for (Cell cell : row) {
					assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
					boolean odd = "=+-@\t".indexOf(cell.getStringCellValue().charAt(0)) >= 0;
					assertThat(cell.getCellStyle().getQuotePrefixed()).isEqualTo(odd);
					texts++;
				}
			}
			assertThat(texts).isEqualTo(5 + 5 + 4);
		}
	}

	@Test
	void keepsDatesAndNumbersWhatTheyAre() throws IOException {
		Path file = rejected(source(Workbooks
			.of(row("姓名", "帐号", "入职", "数", "真"), row("李四", "lisi"),
					row("王五", null, Cells.styled("44591", 1), Cells.number("1.5E+3"), Cells.truth(true)))
			.from1904()));
		try (InputStream in = Files.newInputStream(file); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
			Row row = workbook.getSheetAt(0).getRow(1);
			assertThat(DateUtil.isCellDateFormatted(row.getCell(2))).isTrue();
			assertThat(row.getCell(2).getLocalDateTimeCellValue()).hasToString("2026-01-31T00:00");
			assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(1500);
			assertThat(row.getCell(4).getBooleanCellValue()).isTrue();
		}
	}

	@Test
	void writesASheetForEachThatHasRejectedRows() {
		Path file = rejected(source(Workbooks.workbook()
			.sheet("甲", (sheet) -> sheet.row("姓名", "帐号").row("a", "a").row("b", "一"))
			.sheet("乙", (sheet) -> sheet.row("姓名", "帐号").row("c", "c"))
			.sheet("丙", (sheet) -> sheet.row("帐号", "姓名").row("二", "d"))));
		assertThat(rows(file, 0)).hasSize(2);
		assertThat(rows(file, 1).get(1)).startsWith("S:二", "S:d");
		assertThat(Read.file(file).parts()).containsExactly("甲", "丙");
	}

	@Test
	void worksForCsvAndXlsToo() throws IOException {
		Path csv = Files.write(this.folder.resolve("a.csv"),
				"姓名;帐号\n李四;lisi\n王五;\"王\n\"\n".getBytes(StandardCharsets.UTF_8));
		assertThat(rows(rejected(csv), 0).get(1)).startsWith("S:王五", "S:王\n");
		Path ragged = Files.writeString(this.folder.resolve("b.csv"), "姓名,帐号\n李四,lisi\n王五,王,一,二\n");
		assertThat(rows(rejected(ragged), 0).get(1)).containsExactly("S:王五", "S:王",
				"S:" + Refused.words(ExcelMessage.ROW_FIELDS.of(4, 2)) + "\n一\n二");
		Path xls = this.folder.resolve("a.xls");
		try (HSSFWorkbook workbook = new HSSFWorkbook()) {
			Sheet sheet = workbook.createSheet("a");
			sheet.createRow(0).createCell(0).setCellValue("姓名");
			sheet.getRow(0).createCell(1).setCellValue("帐号");
			sheet.createRow(1).createCell(0).setCellValue("李四");
			sheet.getRow(1).createCell(1).setCellValue(123);
			sheet.createRow(2).createCell(1).setCellValue("lisi");
			workbook.write(xls.toFile());
		}
		assertThat(rows(rejected(xls), 0)).hasSize(3);
	}

	@Test
	void putsAllReasonsOfARowTogetherWhateverTheirOrder() {
		Path file = source(Workbooks.of(row("姓名", "帐号"), row("a", "a"), row("b", "b"), row("c", "c")));
		try (Source source = Read.open(Read.settings(file))) {
			List<Finding> findings = new ArrayList<>();
			for (int row = 4; row > 2; row--) {
				findings.add(finding(row, "帐号", ExcelMessage.USERID_EMPTY.of()));
				findings.add(finding(row, "", ExcelMessage.NAME_EMPTY.of()));
			}
			findings.add(finding(99, "", ExcelMessage.NAME_EMPTY.of()));
			String both = "S:帐号: " + Refused.words(ExcelMessage.USERID_EMPTY.of()) + "\n"
					+ Refused.words(ExcelMessage.NAME_EMPTY.of());
			assertThat(rows(write(source, findings), 0)).extracting((row) -> row.get(2))
				.containsExactly("S:" + Header.REASON, both, both);
			Collections.reverse(findings);
			assertThat(rows(write(source, findings), 0)).hasSize(3);
		}
	}

	private static Finding finding(int row, String column, Message reason) {
		return new Finding(Finding.Severity.REJECTED, new dev.rollcall.directory.Origin(0, row), column, "", reason,
				null);
	}

	@Test
	void refusesToCopyRowsOfAFileThatWasChanged() throws IOException {
		Path file = source(Workbooks.of(row("姓名", "帐号"), row("a", "a")));
		try (Source source = Read.open(Read.settings(file))) {
			Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
			assertThatExceptionOfType(DirectoryException.class)
				.isThrownBy(() -> write(source, List.of(finding(2, "", ExcelMessage.NAME_EMPTY.of()))))
				.satisfies((ex) -> assertThat(ex.text().code()).isEqualTo(ExcelMessage.CHANGED.code()));
			assertThat(this.folder).isDirectoryContaining("glob:**/contacts.xlsx")
				.isDirectoryNotContaining("glob:**/rejected*");
		}
	}

	@Test
	void saysWhereItCannotBeWritten() {
		Path file = source(Workbooks.of(row("姓名", "帐号"), row("a", "a")));
		try (Source source = Read.open(Read.settings(file))) {
			RejectedRows writer = Objects.requireNonNull(source.rejectedRows());
			Path nowhere = this.folder.resolve("no/such/folder/rejected.xlsx");
			assertThatExceptionOfType(DirectoryException.class)
				.isThrownBy(() -> writer.write(List.of(), Refused::words, nowhere))
				.satisfies((ex) -> assertThat(ex.text().code()).isEqualTo(ExcelMessage.NOT_WRITTEN.code()));
		}
	}

	@Test
	void worksForSheetsOfFullWidth() {
		Object[] headings = new Object[16_384];
		headings[0] = "姓名";
		headings[1] = "帐号";
		headings[16_383] = "末";
		Path file = rejected(source(Workbooks.of(headings, row("李四", "lisi"), row("王五", "王"))));
		assertThat(Read.file(file).found()).containsExactly("0:2 帐号 userid.rule");
	}

	@Test
	void leavesNothingBehindButTheFile() {
		rejected(source(Workbooks.of(row("姓名", "帐号"), row("李四", "lisi"), row("王五", "王"))));
		assertThat(this.folder.toFile().list()).containsExactlyInAnyOrder("contacts.xlsx", "rejected.xlsx");
	}

	/**
	 * Where many write their temporary files, the rows would be readable, or in the way.
	 */
	@Test
	void writesNowhereElseInTheMeantime() throws IOException {
		Path file = source(Workbooks.workbook().sheet("a", (sheet) -> {
			sheet.row("姓名", "帐号");
			for (int i = 0; i < 100; i++) {
				sheet.row("成员", "坏");
			}
		}));
		List<String> seen = new ArrayList<>();
		try (Source source = Read.open(Read.settings(file))) {
			List<Finding> findings = new ArrayList<>();
			Read.pages(source, null).forEach((page) -> findings.addAll(page.findings()));
			Objects.requireNonNull(source.rejectedRows()).write(findings, (message) -> {
				seen.addAll(List.of(Objects.requireNonNull(this.folder.toFile().list())));
				return "x";
			}, this.folder.resolve("rejected.xlsx"));
		}
		assertThat(seen).anySatisfy((name) -> assertThat(name).startsWith("poi-sxssf-sheet"));
	}

	@Test
	void writesTensOfThousandsOfRows() {
		Path file = Workbooks.workbook().sheet("a", (sheet) -> {
			sheet.row("姓名", "帐号", "备注");
			for (int i = 0; i < 30_000; i++) {
				sheet.row("成员" + i, (i % 3 == 0) ? "成员" : "user" + i, Cells.inline("很长的备注".repeat(10)));
			}
		}).write(this.folder.resolve("many.xlsx"));
		assertThat(Read.file(rejected(file)).findings()).hasSize(10_000);
	}

}
