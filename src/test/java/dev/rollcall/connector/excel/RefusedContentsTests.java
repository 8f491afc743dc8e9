package dev.rollcall.connector.excel;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rollcall.connector.excel.message.ExcelMessage;

import static dev.rollcall.connector.excel.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sound workbooks in which no contacts are found, or not surely. None of them is taken
 * for an empty company, either.
 */
class RefusedContentsTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private void refused(ExcelMessage why, Workbooks workbook) {
		Refused.because(why, workbook.write(this.folder.resolve("contacts.xlsx")));
	}

	@Test
	void refusesAWorkbookWithoutSheets() {
		refused(ExcelMessage.NO_SHEET, Workbooks.workbook());
		refused(ExcelMessage.NO_SHEET,
				Workbooks.workbook().sheet("图", "visible", "chartsheet", (sheet) -> sheet.row()));
	}

	@Test
	void refusesAWorkbookWithoutAHeader() {
		refused(ExcelMessage.NO_HEADER, Workbooks.of(row("李四", "lisi")));
		refused(ExcelMessage.NO_HEADER, Workbooks.of());
		refused(ExcelMessage.NO_HEADER, Workbooks.of(row("姓名", "手机"), row("李四", "13800000000")));
		Path file = Workbooks.of(row("姓名", "帐号"), row("李四", "lisi"))
			.sheet("空", (sheet) -> sheet.row())
			.write(this.folder.resolve("contacts.xlsx"));
		Refused.because(ExcelMessage.NO_HEADER, Read.sheet(file, "空"));
	}

	@Test
	void refusesAWorkbookWhoseOnlyContactsAreHidden() {
		refused(ExcelMessage.ONLY_HIDDEN,
				Workbooks.workbook()
					.sheet("a", (sheet) -> sheet.row("x"))
					.hiddenSheet("b", (sheet) -> sheet.row("姓名", "帐号").row("李四", "lisi")));
	}

	@Test
	void refusesAWorkbookWithoutASingleMember() {
		refused(ExcelMessage.NO_ROWS, Workbooks.of(row("姓名", "帐号")));
		refused(ExcelMessage.NO_ROWS, Workbooks.of(row("姓名", "帐号"), row("张三（示例）", "sanzhang"), row(" ")));
		refused(ExcelMessage.NO_ROWS,
				Workbooks.workbook()
					.sheet("a", (sheet) -> sheet.row("姓名", "帐号"))
					.sheet("b", (sheet) -> sheet.row("姓名", "帐号", null).row(null, null, "beside")));
	}

	@Test
	void refusesTwoColumnsOfTheSameMeaning() {
		Path file = Workbooks.of(row("姓名", "帐号", "手机", "手机号码"), row("李四", "lisi"))
			.write(this.folder.resolve("contacts.xlsx"));
		assertThat(Refused.because(ExcelMessage.SAME_COLUMNS, file).arguments()).containsExactly("contacts.xlsx",
				"成员列表", "手机", "手机号码");
	}

}
