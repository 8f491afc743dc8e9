package dev.rollcall.connector.excel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.excel.contacts.NumericUserid;
import dev.rollcall.connector.excel.message.ExcelMessage;

import static dev.rollcall.connector.excel.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files that cannot be read or trusted. None of them is taken for an empty company.
 */
class RefusedFilesTests {

	private static final String SHEET = "xl/worksheets/sheet1.xml";

	private static final String RELATIONSHIPS = "xl/_rels/workbook.xml.rels";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private static Workbooks good() {
		return Workbooks.of(row("姓名", "帐号"), row("李四", "lisi"), row("王五", "wangwu"));
	}

	private void refused(ExcelMessage why, Workbooks workbook) {
		Refused.because(why, workbook.write(this.folder.resolve("contacts.xlsx")));
	}

	private Path file(String name, byte[] content) throws IOException {
		return Files.write(this.folder.resolve(name), content);
	}

	private Path file(String name, String content) throws IOException {
		return file(name, content.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void wantsAFileThatIsThere() {
		settingsRefused(ExcelMessage.FILE_MISSING, this.folder.resolve("missing.xlsx").toString());
		settingsRefused(ExcelMessage.FILE_NOT_REGULAR, this.folder.toString());
		settingsRefused(ExcelMessage.SETTINGS_PATH, "a\0b.xlsx");
	}

	private static void settingsRefused(ExcelMessage why, String file) {
		assertThatExceptionOfType(SettingsException.class)
			.isThrownBy(() -> Read.with(new ExcelSettings(file, null, 0, -1, NumericUserid.REJECT)))
			.satisfies((ex) -> assertThat(ex.text().code()).isEqualTo(why.code()));
	}

	@Test
	void refusesAnEmptyFile() throws IOException {
		for (String name : new String[] { "a.xlsx", "a.xls", "a.csv" }) {
			Refused.because(ExcelMessage.EMPTY_FILE, file(name, ""));
		}
	}

	@ParameterizedTest
	@CsvSource({ "a.txt", "a.xlsb", "a.ods", "a", "xlsx" })
	void refusesEndingsItDoesNotKnow(String name) throws IOException {
		Refused.because(ExcelMessage.UNKNOWN_ENDING, file(name, "姓名,帐号\n李四,lisi\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.xlsx", "a.xls", "a.xlsm", "a.csv" })
	void refusesWebPagesUnderTheNameOfAWorkbook(String name) throws IOException {
		for (String html : new String[] { "<html><table><tr><td>姓名</td></tr></table></html>",
				"\uFEFF\n <!DOCTYPE HTML>\n<html>", "<!-- x --><table border=1>",
				"<?xml version='1.0'?>\n<html xmlns='x'>", "MIME-Version: 1.0\nX-Document-Type: Workbook\n" }) {
			Refused.because(ExcelMessage.REALLY_HTML, file(name, html));
		}
		Refused.because(ExcelMessage.REALLY_HTML, file(name, "\uFEFF<html><body>".getBytes(StandardCharsets.UTF_16LE)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.xlsx", "a.xls" })
	void refusesTextUnderTheNameOfAWorkbook(String name) throws IOException {
		Refused.because(ExcelMessage.REALLY_TEXT, file(name, "姓名\t帐号\n李四\tlisi\n"));
		Refused.because(ExcelMessage.REALLY_XML,
				file(name, "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>"));
		Refused.because(ExcelMessage.REALLY_OTHER, file(name, "%PDF-1.7"));
		Refused.because(ExcelMessage.REALLY_OTHER, file(name, new byte[] { 1, 0, 0, 7 }));
	}

	@Test
	void refusesOneKindOfWorkbookUnderTheNameOfAnother() throws IOException {
		Path xls = this.folder.resolve("a.xls");
		try (HSSFWorkbook workbook = new HSSFWorkbook()) {
			workbook.createSheet();
			workbook.write(xls.toFile());
		}
		Refused.because(ExcelMessage.REALLY_XLS, file("b.xlsx", Files.readAllBytes(xls)));
		Refused.because(ExcelMessage.REALLY_XLS, file("b.csv", Files.readAllBytes(xls)));
		Path xlsx = good().write(this.folder.resolve("a.xlsx"));
		Refused.because(ExcelMessage.REALLY_XLSX, file("c.xls", Files.readAllBytes(xlsx)));
		Refused.because(ExcelMessage.REALLY_XLSX, file("c.csv", Files.readAllBytes(xlsx)));
	}

	@Test
	void refusesAWorkbookThatIsCutOffAnywhere() throws IOException {
		byte[] whole = Files.readAllBytes(good().write(this.folder.resolve("whole.xlsx")));
		for (int length = 4; length < whole.length; length += 61) {
			Path cut = file("cut.xlsx", Arrays.copyOf(whole, length));
			assertThatExceptionOfType(DirectoryException.class).as("%s bytes", length)
				.isThrownBy(() -> Read.file(cut))
				.satisfies((ex) -> assertThat(ex.text().code()).isEqualTo(ExcelMessage.NO_PARTS_LIST.code()));
		}
	}

	@Test
	void refusesAWorkbookWithADamagedByteInItsData() throws IOException {
		Path good = good().write(this.folder.resolve("good.xlsx"));
		byte[] bytes = Files.readAllBytes(good);
		int refused = 0;
		for (int i = 40; i < bytes.length; i += 7) {
			byte[] damaged = bytes.clone();
			damaged[i] ^= 0x55;
			try {
				Read read = Read.file(file("damaged.xlsx", damaged));
				// A date or a comment of the zip file may be hit, but never the data.
				assertThat(read.userids()).containsExactly("lisi", "wangwu");
			}
			catch (DirectoryException ex) {
				refused++;
			}
		}
		assertThat(refused).isGreaterThan(bytes.length / 7 / 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml" })
	void refusesPartsThatEndInTheMiddle(String part) {
		refused(ExcelMessage.TRUNCATED, good().change(part, Odd::half));
	}

	@Test
	void refusesTextsThatAreDamagedBehindTheLastOneThatIsUsed() {
		Workbooks workbook = good();
		workbook.sharedXml("<t/>" + Workbooks.HERE);
		refused(ExcelMessage.TRUNCATED, workbook.change("xl/sharedStrings.xml", (xml) -> xml.replace("</sst>", ""))
			.fill("xl/sharedStrings.xml", (out) -> {
				out.write("</si>");
				for (int i = 0; i < 500_000; i++) {
					out.write("<si><t>unused</t></si>");
				}
				out.write("<si>");
			}));
	}

	@Test
	void refusesPartsThatAreMissing() {
		refused(ExcelMessage.DAMAGED, good().without(SHEET));
		refused(ExcelMessage.DAMAGED, good().without("xl/sharedStrings.xml"));
		refused(ExcelMessage.NO_WORKBOOK, good().without("[Content_Types].xml"));
		refused(ExcelMessage.NO_WORKBOOK, good().without("_rels/.rels"));
		refused(ExcelMessage.DAMAGED, good().without(RELATIONSHIPS));
	}

	@Test
	void refusesCellsThatUseTextsThatAreNotThere() {
		refused(ExcelMessage.TEXT_MISSING, Workbooks.of(row("姓名", "帐号"), row(Cells.shared(99), "lisi")));
		refused(ExcelMessage.TEXT_MISSING,
				good().change(RELATIONSHIPS, (xml) -> xml.replaceFirst("<Relationship Id=\"strings\"[^>]*>", "")));
	}

	@Test
	void refusesRowsAndCellsThatContradictThemselves() {
		String name = "<c r=\"A%d\" t=\"inlineStr\"><is><t>x</t></is></c>";
		for (String xml : new String[] { "<row r=\"1\">" + name.formatted(1) + "</row>",
				"<row r=\"9\">" + name.formatted(8) + "</row>", "<row r=\"x\"></row>", "<row r=\"0\"></row>",
				"<row r=\"9\"><c r=\"9\"><v>1</v></c></row>", "<row r=\"9\"><c r=\"a9\"><v>1</v></c></row>",
				"<row r=\"9\">" + name.formatted(9) + name.formatted(9) + "</row>",
				"<row r=\"9\">" + name.formatted(9) + "<c r=\"A9\"/></row>",
				"<row r=\"9\"><c r=\"B9\"/>" + name.formatted(9) + "</row>",
				"<row r=\"9\"><c r=\"A9\" t=\"s\"><v>-1</v></c></row>",
				"<row r=\"9\"><c r=\"A9\" t=\"s\"><v>x</v></c></row>",
				"<row r=\"9\"><c r=\"A9\" t=\"b\"><v>x</v></c></row>",
				"<row r=\"9\"><c r=\"A9\" t=\"z\"><v>1</v></c></row>",
				"<row r=\"9\"><c r=\"A9\" t=\"s\"><v>1</v><v>1</v></c></row>",
				"<row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t>x</t></is><is><t>y</t></is></c></row>" }) {
			refused(ExcelMessage.DAMAGED_ROW,
					Workbooks.workbook().sheet("a", (sheet) -> sheet.row("姓名", "帐号").row("李四", "lisi").xml(xml)));
		}
	}

	@Test
	void refusesDocumentsThatAreNotWhatTheyShouldBe() {
		refused(ExcelMessage.DAMAGED, good().part(SHEET, "<html/>"));
		refused(ExcelMessage.DAMAGED, good().part("xl/sharedStrings.xml", "<html/>"));
		refused(ExcelMessage.NO_WORKBOOK, good().part("xl/workbook.xml", "<document/>"));
		refused(ExcelMessage.DAMAGED,
				good().change(SHEET, (xml) -> xml.replace("</worksheet>", "<sheetData/></worksheet>")));
	}

	@ParameterizedTest
	@ValueSource(strings = { SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml" })
	void refusesXmlEntities(String part) {
		refused(ExcelMessage.DOCTYPE, good().change(part, (xml) -> xml.replaceFirst("\\?>",
				"?><!DOCTYPE x [<!ENTITY lol \"lol\"><!ENTITY e SYSTEM \"file:///etc/passwd\">]>")));
	}

	@Test
	void refusesXmlEntitiesInWhatPoiReads() {
		for (String part : new String[] { "[Content_Types].xml", "_rels/.rels", RELATIONSHIPS }) {
			Path file = good().change(part, (xml) -> xml.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY a \"b\">]>"))
				.write(this.folder.resolve("contacts.xlsx"));
			assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> Read.file(file));
		}
	}

	@Test
	void refusesTextThatIsNotInTheEncodingOfItsPart() {
		for (String part : new String[] { SHEET, "xl/sharedStrings.xml" }) {
			Workbooks workbook = Workbooks.of(row("姓名", "帐号"), row(Cells.inline("李#四"), "lisi"), row("王#五", "wangwu"));
			refused(ExcelMessage.ENCODING, workbook.changeBytes(part, (xml) -> {
				byte[] changed = xml.clone();
				changed[new String(xml, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xFF;
				return changed;
			}));
		}
	}

	@Test
	void refusesAPartWhoseChecksumIsWrong() throws IOException {
		Path file = good().stored().write(this.folder.resolve("contacts.xlsx"));
		byte[] bytes = Files.readAllBytes(file);
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		for (String data : new String[] { "lisi<", "<v>3<" }) {
			byte[] damaged = bytes.clone();
			damaged[text.indexOf(data) + data.length() - 2]++;
			Refused.because(ExcelMessage.DAMAGED, file("damaged.xlsx", damaged));
		}
	}

	@Test
	void refusesZipFilesWithAPassword() throws IOException {
		byte[] bytes = Files.readAllBytes(good().write(this.folder.resolve("good.xlsx")));
		for (int i = 0; i + 10 < bytes.length; i++) {
			if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] < 5) {
				bytes[i + ((bytes[i + 2] == 1) ? 8 : 6)] |= 1;
			}
		}
		Refused.because(ExcelMessage.ENCRYPTED, file("contacts.xlsx", bytes));
	}

	@Test
	void refusesPartsThatHoldMoreThanTheySay() throws IOException {
		Path file = good().write(this.folder.resolve("good.xlsx"));
		byte[] bytes = Files.readAllBytes(file);
		for (int i = 0; i + 46 < bytes.length; i++) {
			boolean listed = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1;
			if (listed && new String(bytes, i + 46, SHEET.length(), StandardCharsets.US_ASCII).equals(SHEET)) {
				// The size of what comes out.
				bytes[i + 24]--;
			}
		}
		Refused.because(ExcelMessage.DAMAGED, file("contacts.xlsx", bytes));
	}

	@Test
	void refusesPartsThatShareTheirBytes() throws IOException {
		byte[] zip = Overlapping.workbook(40, 100 << 20);
		assertThat(zip.length).isLessThan(1 << 20);
		Refused.because(ExcelMessage.BOMB, file("contacts.xlsx", zip));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../outside.xml", "../../../../etc/passwd", "..\\..\\outside.xml", "/../outside.xml",
			"file:///etc/passwd", "http://127.0.0.1/sheet1.xml" })
	void refusesTargetsOutsideOfTheFile(String target) {
		for (String part : new String[] { "worksheets/sheet1.xml", "sharedStrings.xml", "styles.xml" }) {
			Path file = good().change(RELATIONSHIPS, (xml) -> xml.replace("\"" + part + "\"", "\"" + target + "\""))
				.write(this.folder.resolve("contacts.xlsx"));
			assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> Read.file(file))
				.satisfies((ex) -> assertThat(ex.text().code()).isEqualTo(ExcelMessage.PATH_TRICK.code()));
		}
	}

	@Test
	void refusesDataThatIsKeptElsewhere() {
		for (String part : new String[] { "worksheets/sheet1.xml", "sharedStrings.xml" }) {
			refused(ExcelMessage.EXTERNAL, good().change(RELATIONSHIPS, (xml) -> xml.replace("Target=\"" + part + "\"",
					"Target=\"http://example.com/x.xml\" TargetMode=\"External\"")));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "../evil.xml", "xl/../../evil.xml", "/etc/passwd", "C:/evil.xml", "..\\evil.xml",
			"xl/..\\evil.xml" })
	void refusesPathTricksInTheZipFile(String name) {
		refused(ExcelMessage.PATH_TRICK, good().part(name, "<x/>"));
	}

	@Test
	void refusesPartsThatAreThereTwice() {
		refused(ExcelMessage.DAMAGED, good().part("xl/WORKBOOK.xml", "<x/>"));
		refused(ExcelMessage.DAMAGED, good().sheet("b", (sheet) -> sheet.row("x"))
			.change(RELATIONSHIPS, (xml) -> xml.replace("sheet2", "sheet1")));
	}

	@Test
	void refusesOtherPackages() {
		refused(ExcelMessage.BINARY_WORKBOOK,
				good().change("[Content_Types].xml",
						(xml) -> xml.replace(
								"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
								"application/vnd.ms-excel.sheet.binary.macroEnabled.main")));
		refused(ExcelMessage.NO_WORKBOOK,
				good().change("[Content_Types].xml",
						(xml) -> xml.replace(
								"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
								"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")));
	}

}
