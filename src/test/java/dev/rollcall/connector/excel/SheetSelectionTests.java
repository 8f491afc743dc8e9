package dev.rollcall.connector.excel;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.excel.message.ExcelMessage;

import static dev.rollcall.connector.excel.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which sheets and rows are read. */
class SheetSelectionTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private Path file(Workbooks workbook) {
		return workbook.write(this.folder.resolve("contacts.xlsx"));
	}

	private static Workbooks threeSheets() {
		return Workbooks.workbook()
			.sheet("总部", (sheet) -> sheet.row("姓名", "帐号", "手机").row("李四", "lisi", "13800000000"))
			.hiddenSheet("历史", (sheet) -> sheet.row("姓名", "帐号").row("旧人", "old"))
			.sheet("2", (sheet) -> sheet.row("账号", "工号", "姓名", "部门").row("wangwu", "001", "王五", "公司"));
	}

	@Test
	void readsEveryVisibleSheetUnlessToldOtherwise() {
		Read read = Read.file(file(threeSheets()));
		assertThat(read.userids()).containsExactly("lisi", "wangwu");
		assertThat(read.parts()).containsExactly("总部", "历史", "2");
		assertThat(read.member("wangwu").origin()).hasToString("Origin[part=2, row=2]");
		assertThat(read.gapCodes()).containsExactly(ExcelMessage.GAP_HIDDEN.code());
		assertThat(read.gaps().get(0).arguments()).containsExactly("历史");
	}

	@Test
	void joinsTheColumnsOfAllSheetsAndKnowsNothingOfThoseASheetLacks() {
		Read read = Read.file(file(threeSheets()));
		assertThat(read.fields()).containsExactly("name", "mobile", "工号");
		assertThat(read.fields("lisi")).containsOnlyKeys("name", "mobile");
		assertThat(read.fields("wangwu")).containsOnlyKeys("name", "工号");
		assertThat(read.member("lisi").placements()).isNull();
		assertThat(read.member("wangwu").placements()).isNotNull();
	}

	@Test
	void readsOnlyTheSheetThatIsNamedEvenIfItIsHidden() {
		Read hidden = Read.with(Read.sheet(file(threeSheets()), "历史"));
		assertThat(hidden.userids()).containsExactly("old");
		assertThat(hidden.gaps()).isEmpty();
		assertThat(hidden.fields()).containsExactly("name");
	}

	@Test
	void takesANumberForAnIndexUnlessASheetIsCalledSo() {
		Path file = file(threeSheets());
		assertThat(Read.with(Read.sheet(file, "0")).userids()).containsExactly("lisi");
		assertThat(Read.with(Read.sheet(file, "1")).userids()).containsExactly("old");
		assertThat(Read.with(Read.sheet(file, "2")).userids()).containsExactly("wangwu");
	}

	@Test
	void refusesASheetThatIsNotThere() {
		Path file = file(threeSheets());
		for (String missing : new String[] { "分部", "3", "-1", "99999999999" }) {
			assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> Read.with(Read.sheet(file, missing)))
				.satisfies((ex) -> {
					assertThat(ex.text().code()).isEqualTo(ExcelMessage.SHEET_MISSING.code());
					assertThat(ex.text().arguments()).containsExactly(missing, "contacts.xlsx", "总部, 历史, 2");
				});
		}
	}

	@Test
	void passesOverSheetsWithoutText() {
		Read read = Read.file(file(threeSheets().sheet("空", (sheet) -> sheet.row(Cells.blank(4)).row(" ", "\u200B"))
			.hiddenSheet("空隐藏", (sheet) -> sheet.row())));
		assertThat(read.gapCodes()).containsExactly(ExcelMessage.GAP_HIDDEN.code());
	}

	@Test
	void countsASheetWithTextButNoHeaderAsAGap() {
		Read read = Read.file(file(Workbooks.of(row("姓名", "帐号"), row("李四", "lisi"))
			.sheet("说明", (sheet) -> sheet.row("请填写"))
			.sheet("深处", (sheet) -> sheet.at(5000).row("姓名", "帐号"))
			.hiddenSheet("选项", (sheet) -> sheet.row("男").row("女"))));
		assertThat(read.gapCodes()).containsExactly(ExcelMessage.GAP_NO_HEADER.code(),
				ExcelMessage.GAP_NO_HEADER.code());
		assertThat(read.gaps().get(1).arguments()).containsExactly("深处");
	}

	@Test
	void takesChartsDialoguesAndMacrosForNoSheets() {
		Read read = Read.file(file(Workbooks.workbook()
			.sheet("图", "visible", "chartsheet", (sheet) -> sheet.row("姓名", "帐号").row("图", "chart"))
			.sheet("宏", "visible", "xlMacrosheet", (sheet) -> sheet.row("姓名", "帐号").row("宏", "macro"))
			.sheet("成员", (sheet) -> sheet.row("姓名", "帐号").row("李四", "lisi"))));
		assertThat(read.userids()).containsExactly("lisi");
		assertThat(read.parts()).containsExactly("成员");
	}

	@Test
	void passesOverTheHeaderWhereItStandsOnceMore() {
		for (String userid : new String[] { "账号", "UserID" }) {
			Object[] header = row("name", userid, "手机");
			Read read = Read.file(file(Workbooks.of(header, row("李四", "lisi"), header, row("王五", "wangwu"))));
			assertThat(read.userids()).containsExactly("lisi", "wangwu");
			assertThat(read.findings()).isEmpty();
		}
		Refused.because(ExcelMessage.NO_ROWS, file(Workbooks.of(row("姓名", "帐号"), row("姓名", "帐号"))));
	}

	/** What stands below it would be read into the wrong columns. */
	@Test
	void refusesASecondHeaderWithOtherColumns() {
		Object[][] others = { row("姓名", "帐号", "座机"), row("账号", "姓名", "手机"), row("姓名", "手机", "账号"),
				row("Name", "Mobile", "UserID"), row("name", "email", "userid", "x"), row("手机", null, "账号", "姓名") };
		for (Object[] other : others) {
			Path file = file(
					Workbooks.of(row("姓名", "帐号", "手机"), row("李四", "lisi"), other, row("王五", "wangwu", "13900000000")));
			assertThat(Refused.because(ExcelMessage.SECOND_HEADER, file).arguments()).containsExactly("contacts.xlsx",
					"成员列表", "3");
		}
	}

	@Test
	void takesAMemberWhoseUseridIsAHeadingForAMember() {
		Read read = Read.file(file(Workbooks.of(row("姓名", "帐号", "手机"), row("陈女士", "mobile"), row("Name", "title"))));
		assertThat(read.userids()).containsExactly("mobile", "title");
	}

	@Test
	void readsOnlyTheRowsOfTheSettingsAndSaysThatSomeAreLeftOut() {
		Path file = file(Workbooks.of(row("note"), row("姓名", "帐号"), row("a", "a"), row("b", "b"), row("c", "c")));
		assertThat(Read.with(Read.rows(file, 0, -1)).gaps()).isEmpty();
		Read behind = Read.with(Read.rows(file, 3, -1));
		assertThat(behind.userids()).containsExactly("b", "c");
		assertThat(behind.gapCodes()).containsExactly(ExcelMessage.GAP_ROWS.code());
		Read between = Read.with(Read.rows(file, 3, 3));
		assertThat(between.userids()).containsExactly("b");
		assertThat(between.gapCodes()).containsExactly(ExcelMessage.GAP_ROWS.code());
		assertThat(Read.with(Read.rows(file, 2, 4)).gaps()).isEmpty();
	}

	@Test
	void seesNoGapWhereOnlyEmptyOrExampleRowsAreCutOff() {
		Path file = file(Workbooks.of(row("姓名", "帐号"), row("张三（示例）", "example"), row(" "), row("a", "a")));
		assertThat(Read.with(Read.rows(file, 3, 3)).gaps()).isEmpty();
	}

	@Test
	void neverTakesRowsThatTheSettingsCutOffForAnEmptyFile() {
		Read read = Read.with(Read.rows(file(Workbooks.of(row("姓名", "帐号"), row("a", "a"))), 500, -1));
		assertThat(read.members()).isEmpty();
		assertThat(read.gapCodes()).containsExactly(ExcelMessage.GAP_ROWS.code());
	}

	@Test
	void tellsCheckWhatItWillRead() {
		try (Source source = Read.open(Read.settings(file(threeSheets())))) {
			assertThat(source.check()).extracting(CheckResult::good).containsExactly(true, true, false);
			assertThat(source.check().get(0).text().arguments()).containsExactly("总部", "1", "姓名, 帐号, 手机");
		}
	}

}
