package dev.rollcall.connector.excel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.excel.message.ExcelMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/** The format of Excel 97 to 2003, which many systems still export. */
class XlsReadingTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private Path file(Consumer<HSSFWorkbook> content) {
		return write("contacts.xls", content);
	}

	private Path write(String name, Consumer<HSSFWorkbook> content) {
		Path file = this.folder.resolve(name);
		try (HSSFWorkbook workbook = new HSSFWorkbook()) {
			content.accept(workbook);
			workbook.write(file.toFile());
			return file;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Row row(Sheet sheet, @Nullable Object... values) {
		Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
		for (int i = 0; i < values.length; i++) {
			Object value = values[i];
			if (value instanceof Number number) {
				row.createCell(i).setCellValue(number.doubleValue());
			}
			else if (value instanceof Boolean truth) {
				row.createCell(i).setCellValue(truth);
			}
			else if (value != null) {
				row.createCell(i).setCellValue(value.toString());
			}
		}
		return row;
	}

	@Test
	void readsWhatAnXlsxWouldSay() {
		Read read = Read.file(file((workbook) -> {
			Sheet sheet = workbook.createSheet("成员列表");
			row(sheet, "填写须知：");
			row(sheet, "姓名", "帐号", "部门", "手机", "入职", "上班", "在编", "评分", "备注");
			Row lisi = row(sheet, "李四（兼）", "lisi", "公司/研发；公司", 13800000000d, 46053.5, 0.375, true, 1.1, " 一\u200B二 ");
			lisi.getCell(4).setCellStyle(style(workbook, "yyyy\"年\"m\"月\"d\"日\""));
			lisi.getCell(5).setCellStyle(style(workbook, "h:mm"));
			row(sheet, "张三（示例）", "example");
			row(sheet, "王五", 7, "公司");
		}));
		assertThat(read.fields("lisi")).containsExactly(entry("name", "李四（兼）"), entry("mobile", "13800000000"),
				entry("入职", "2026-01-31"), entry("上班", "09:00"), entry("在编", "true"), entry("评分", "1.1"),
				entry("备注", "一二"));
		assertThat(read.departments()).hasSize(2);
		assertThat(read.found()).containsExactly("0:5 帐号 userid.number");
		assertThat(read.userids()).containsExactly("lisi");
	}

	private static CellStyle style(HSSFWorkbook workbook, String format) {
		CellStyle style = workbook.createCellStyle();
		style.setDataFormat(workbook.createDataFormat().getFormat(format));
		return style;
	}

	@Test
	void takesTheResultsOfFormulas() {
		Read read = Read.file(file((workbook) -> {
			Sheet sheet = workbook.createSheet("a");
			row(sheet, "姓名", "帐号", "文", "数", "真", "错", "空");
			Row lisi = row(sheet, "李四", "lisi");
			lisi.createCell(2).setCellFormula("\"工程\"&\"师\"");
			lisi.createCell(3).setCellFormula("1+1");
			lisi.createCell(4).setCellFormula("TRUE");
			lisi.createCell(5).setCellFormula("1/0");
			lisi.createCell(6).setCellFormula("\"\"");
			workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
			row(sheet, "王五", "wangwu").createCell(5).setCellErrorValue(FormulaError.NA.getCode());
		}));
		assertThat(read.fields("lisi")).contains(entry("文", "工程师"), entry("数", "2"), entry("真", "true"),
				entry("空", ""));
		assertThat(read.found()).containsExactly("0:2 错 cell.error", "0:3 错 cell.error");
	}

	@Test
	void knowsHiddenSheetsAndTheOldDateSystem() {
		Path file = file((workbook) -> {
			Sheet visible = workbook.createSheet("总部");
			row(visible, "姓名", "帐号", "入职");
			row(visible, "李四", "lisi", 44591).getCell(2).setCellStyle(style(workbook, "yyyy-mm-dd"));
			Sheet hidden = workbook.createSheet("历史");
			row(hidden, "姓名", "帐号");
			row(hidden, "旧人", "old");
			workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
			workbook.getInternalWorkbook()
				.getRecords()
				.stream()
				.filter((found) -> found instanceof org.apache.poi.hssf.record.DateWindow1904Record)
				.forEach((found) -> ((org.apache.poi.hssf.record.DateWindow1904Record) found).setWindowing((short) 1));
		});
		Read read = Read.file(file);
		assertThat(read.value("lisi", "入职")).isEqualTo("2026-01-31");
		assertThat(read.gapCodes()).containsExactly(ExcelMessage.GAP_HIDDEN.code());
		assertThat(read.parts()).containsExactly("总部", "历史");
		assertThat(Read.with(Read.sheet(file, "历史")).userids()).containsExactly("old");
	}

	@Test
	void goesOnBehindEveryPage() {
		Path file = file((workbook) -> {
			for (String name : new String[] { "a", "b" }) {
				Sheet sheet = workbook.createSheet(name);
				row(sheet, "姓名", "帐号", "部门");
				for (int i = 0; i < 2300; i++) {
					row(sheet, "成员", name + i, "公司");
				}
			}
		});
		try (Source source = Read.open(Read.settings(file))) {
			List<Page> whole = Read.pages(source, null);
			assertThat(whole).extracting((page) -> page.members().size())
				.containsExactly(1000, 1000, 300, 1000, 1000, 300);
			for (int i = 0; i < whole.size(); i++) {
				assertThat(Read.pages(source, whole.get(i).cursor())).extracting(Page::members)
					.isEqualTo(whole.subList(i + 1, whole.size()).stream().map(Page::members).toList());
			}
		}
	}

	@Test
	void refusesFilesThatAreCutOff() throws IOException {
		byte[] whole = Files.readAllBytes(contacts("whole.xls"));
		for (int length = 600; length < whole.length; length += 997) {
			Path cut = Files.write(this.folder.resolve("cut.xls"), Arrays.copyOf(whole, length));
			assertThatExceptionOfType(DirectoryException.class).as("%s bytes", length).isThrownBy(() -> Read.file(cut));
		}
	}

	private Path contacts(String name) {
		return write(name, (workbook) -> {
			Sheet sheet = workbook.createSheet("a");
			row(sheet, "姓名", "帐号");
			for (int i = 0; i < 200; i++) {
				row(sheet, "成员" + i, "user" + i);
			}
		});
	}

	@Test
	void refusesEncryptedWorkbooksOfBothFormats() throws IOException {
		Path xls = this.folder.resolve("secret.xls");
		Biff8EncryptionKey.setCurrentUserPassword("secret");
		try (HSSFWorkbook workbook = new HSSFWorkbook()) {
			Sheet sheet = workbook.createSheet("a");
			row(sheet, "姓名", "帐号");
			row(sheet, "李四", "lisi");
			workbook.write(xls.toFile());
		}
		finally {
			Biff8EncryptionKey.setCurrentUserPassword(null);
		}
		Refused.because(ExcelMessage.ENCRYPTED, xls);
		for (String name : new String[] { "secret.xlsx", "secret2.xls" }) {
			Refused.because(ExcelMessage.ENCRYPTED, Encrypted.workbook(this.folder.resolve(name)));
		}
	}

	@Test
	void findsTheWorkbookUnderTheNamesThatOtherProgramsGiveIt() throws IOException {
		Path file = this.folder.resolve("renamed.xls");
		for (String name : new String[] { "WORKBOOK", "BOOK", "WorkBook" }) {
			try (POIFSFileSystem good = new POIFSFileSystem(contacts("good.xls").toFile());
					POIFSFileSystem renamed = new POIFSFileSystem();
					var out = Files.newOutputStream(file)) {
				renamed.createDocument(good.createDocumentInputStream("Workbook"), name);
				renamed.writeFilesystem(out);
			}
			assertThat(Read.file(file).members()).hasSize(200);
		}
	}

	@Test
	void refusesOtherContainersAndOlderFormats() throws IOException {
		Refused.because(ExcelMessage.NO_WORKBOOK, container("WordDocument"));
		Refused.because(ExcelMessage.TOO_OLD, container("Book"));
		Path biff4 = Files.write(this.folder.resolve("biff4.xls"), new byte[] { 9, 4, 6, 0, 0, 0, 16, 0, 0, 0 });
		Refused.because(ExcelMessage.TOO_OLD, biff4);
	}

	private Path container(String stream) throws IOException {
		Path file = this.folder.resolve(stream + ".xls");
		try (POIFSFileSystem container = new POIFSFileSystem(); var out = Files.newOutputStream(file)) {
			container.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), stream);
			container.writeFilesystem(out);
		}
		return file;
	}

	@Test
	void refusesDamagedRecords() throws IOException {
		byte[] whole = Files.readAllBytes(contacts("whole.xls"));
		int refused = 0;
		for (int i = 512; i < whole.length; i += 211) {
			byte[] damaged = whole.clone();
			Arrays.fill(damaged, i, Math.min(i + 4, damaged.length), (byte) 0xFF);
			try {
				Read.file(Files.write(this.folder.resolve("damaged.xls"), damaged));
			}
			catch (DirectoryException ex) {
				// Nothing but a proper refusal comes out of the library's depths.
				refused++;
			}
		}
		assertThat(refused).isPositive();
	}

	@Test
	void refusesWorkbooksWithoutSheetsHeaderOrMembers() {
		Refused.because(ExcelMessage.NO_HEADER, file((workbook) -> workbook.createSheet("a")));
		Refused.because(ExcelMessage.NO_ROWS, file((workbook) -> row(workbook.createSheet("a"), "姓名", "帐号")));
	}

}
