package dev.rollcall.connector.excel;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rollcall.connector.excel.message.ExcelMessage;

import static dev.rollcall.connector.excel.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

/** What is still a workbook, and what is an attack. */
class LargeWorkbookTests {

	private static final String SHEET = "xl/worksheets/sheet1.xml";

	/** More than a part may have, however small the file. */
	private static final long MORE_THAN_FREE = (256L << 20) + 1;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private Path file(Workbooks workbook) {
		return workbook.write(this.folder.resolve("contacts.xlsx"));
	}

	private static Workbooks filled(Workbooks.Filling filling) {
		return Workbooks.workbook()
			.sheet("a", (sheet) -> sheet.row("姓名", "帐号").row("李四", "lisi").xml(Workbooks.HERE))
			.fill(SHEET, filling);
	}

	@Test
	void readsPastAMillionStyledEmptyRows() {
		Read read = Read.file(file(filled((out) -> styledEmptyRows(out, 1_048_576))));
		assertThat(read.userids()).containsExactly("lisi");
		assertThat(read.gaps()).isEmpty();
		assertThat(read.findings()).isEmpty();
	}

	private static void styledEmptyRows(Writer out, int to) throws IOException {
		for (int row = 3; row <= to; row++) {
			out.write("<row r=\"" + row + "\" spans=\"1:4\" ht=\"14.25\" customHeight=\"1\">");
			for (char column = 'A'; column <= 'D'; column++) {
				out.write("<c r=\"" + column + row + "\" s=\"4\"/>");
			}
			out.write("</row>");
		}
	}

	@Test
	void refusesAZipBombInASheet() {
		Refused.because(ExcelMessage.BOMB, file(filled((out) -> comments(out, MORE_THAN_FREE))));
	}

	@Test
	void refusesAZipBombAmongTheTexts() {
		Workbooks workbook = filled((out) -> out.write("<row r=\"3\"><c r=\"A3\" t=\"s\"><v>4</v></c></row>"));
		workbook.sharedXml(Workbooks.HERE + "<t/>");
		Refused.because(ExcelMessage.BOMB,
				file(workbook.fill("xl/sharedStrings.xml", (out) -> comments(out, MORE_THAN_FREE))));
	}

	@Test
	void refusesAZipBombInWhatIsKeptInMemoryMuchEarlier() {
		Workbooks workbook = Workbooks.of(row("姓名", "帐号"), row("李四", "lisi"))
			.change("[Content_Types].xml", (xml) -> xml.replace("</Types>", Workbooks.HERE + "</Types>"))
			.fill("[Content_Types].xml", (out) -> comments(out, 8L << 20));
		Refused.because(ExcelMessage.BOMB, file(workbook));
	}

	private static void comments(Writer out, long count) throws IOException {
		String some = "<!--" + " ".repeat(1 << 16) + "-->";
		for (long i = 0; i < count; i += some.length()) {
			out.write(some);
		}
	}

	@Test
	void refusesMillionsOfCellsInARow() {
		Path file = file(filled((out) -> {
			out.write("<row r=\"3\">");
			for (int i = 0; i < 2_000_000; i++) {
				out.write("<c/>");
			}
			out.write("</row>");
		}));
		assertThat(Refused.because(ExcelMessage.TOO_MANY_CELLS, file).arguments()).contains("3", "16384");
		Path same = file(filled((out) -> {
			out.write("<row r=\"3\">");
			for (int i = 0; i < 2_000_000; i++) {
				out.write("<c r=\"A3\" s=\"1\"/>");
			}
			out.write("</row>");
		}));
		Refused.because(ExcelMessage.DAMAGED_ROW, same);
	}

	@Test
	void refusesARowThatAloneFillsTheMemory() {
		String text = "0123456789".repeat(3_000);
		Path quick = file(filled((out) -> {
			out.write("<row r=\"3\">");
			for (int i = 0; i < 3_000; i++) {
				out.write("<c r=\"" + CellReference.convertNumToColString(i) + "3\" t=\"str\"><v>" + text + "</v></c>");
			}
			out.write("</row>");
		}));
		Refused.because(ExcelMessage.TOO_LONG, quick);
		Path thorough = file(filled((out) -> {
			out.write("<row r=\"3\">");
			for (int i = 0; i < 3_000; i++) {
				out.write("<c t=\"str\"><v>" + text + "</v></c>");
			}
			out.write("</row>");
		}));
		Refused.because(ExcelMessage.TOO_LONG, thorough);
	}

	@Test
	void makesSmallerPagesOfVeryLongValues() {
		Workbooks workbook = Workbooks.workbook().sheet("a", (sheet) -> {
			sheet.row("姓名", "帐号", "甲", "乙");
			String text = "字".repeat(30_000);
			for (int i = 0; i < 250; i++) {
				sheet.row("成员", "user" + i, text, text);
			}
		});
		assertThat(Read.file(file(workbook)).pages()).extracting((page) -> page.members().size())
			.containsExactly(94, 94, 62);
	}

	@Test
	void makesSmallerPagesOfRowsInWhichNothingIsRight() {
		Workbooks workbook = Workbooks.workbook().sheet("a", (sheet) -> {
			Object[] headings = new Object[1002];
			Object[] cells = new Object[1002];
			for (int i = 2; i < headings.length; i++) {
				headings[i] = "列" + i;
				cells[i] = Cells.error("#N/A");
			}
			headings[0] = "姓名";
			headings[1] = "帐号";
			sheet.row(headings);
			for (int i = 0; i < 25; i++) {
				cells[0] = "成员";
				cells[1] = "user" + i;
				sheet.row(cells);
			}
		});
		assertThat(Read.file(file(workbook)).pages()).extracting((page) -> page.members().size())
			.containsExactly(10, 10, 5);
	}

	@Test
	void readsAsManyColumnsAsExcelHas() {
		Path file = file(filled((out) -> out.write("<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>王五</t></is></c>"
				+ "<c r=\"B3\" t=\"inlineStr\"><is><t>wangwu</t></is></c><c r=\"XFD3\"><v>1</v></c></row>")));
		assertThat(Read.file(file).userids()).containsExactly("lisi", "wangwu");
		Path beyond = file(filled((out) -> out.write("<row r=\"3\"><c r=\"XFE3\"><v>1</v></c></row>")));
		Refused.because(ExcelMessage.TOO_MANY_CELLS, beyond);
	}

	@Test
	void refusesRowsBelowTheLastOne() {
		Path file = file(filled((out) -> out.write("<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>")));
		Refused.because(ExcelMessage.TOO_MANY_ROWS, file);
	}

	@Test
	void refusesTextsThatNoExcelWrites() {
		Path file = file(filled((out) -> {
			out.write("<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>");
			for (int i = 0; i < 100_000; i++) {
				out.write("0123456789" + (i % 10));
			}
			out.write("</t></is></c></row>");
		}));
		Refused.because(ExcelMessage.TOO_LONG, file);
	}

}
