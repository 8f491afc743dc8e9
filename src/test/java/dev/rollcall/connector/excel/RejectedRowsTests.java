package dev.rollcall.connector.excel;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rollcall.connector.excel.contacts.NumericUserid;
import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;

import static dev.rollcall.connector.excel.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

/** Which rows are rejected, and what is known of them all the same. */
class RejectedRowsTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private Read read(@Nullable Object... cells) {
		return Read.with(settings(NumericUserid.REJECT, cells));
	}

	private ExcelSettings settings(NumericUserid numbers, @Nullable Object... cells) {
		Path file = Workbooks.of(row("姓名", "帐号", "部门", "手机"), cells, row("王五", "wangwu", "公司", "13900000000"))
			.write(this.folder.resolve("contacts.xlsx"));
		return new ExcelSettings(file.toString(), null, 0, -1, numbers);
	}

	private void rejectedWithoutUserid(ExcelMessage why, String column, @Nullable Object... cells) {
		Read read = read(cells);
		finding(read, why, column);
		assertThat(read.findings().get(0).userid()).isNull();
		assertThat(read.userids()).containsExactly("wangwu");
		assertThat(read.gapCodes()).containsExactly(ExcelMessage.GAP_USERID.code());
	}

	private void rejectedButKnown(ExcelMessage why, String column, @Nullable Object... cells) {
		Read read = read(cells);
		finding(read, why, column);
		assertThat(read.findings().get(0).userid()).isEqualTo("lisi");
		assertThat(read.userids()).containsExactly("lisi", "wangwu");
		Member bare = read.member("lisi");
		assertThat(bare.ref()).isEqualTo("lisi");
		assertThat(bare.fields().known()).isEmpty();
		assertThat(bare.placements()).isNull();
		assertThat(read.gaps()).isEmpty();
	}

	private static void finding(Read read, ExcelMessage why, String column) {
		assertThat(read.findings()).hasSize(1);
		Finding finding = read.findings().get(0);
		assertThat(finding.reason().code()).isEqualTo(why.code());
		assertThat(finding.severity()).isEqualTo(Finding.Severity.REJECTED);
		assertThat(finding.column()).isEqualTo(column);
		assertThat(finding.origin()).hasToString("Origin[part=0, row=2]");
	}

	@Test
	void rejectsRowsWithoutAUserid() {
		rejectedWithoutUserid(ExcelMessage.USERID_EMPTY, "帐号", "李四", null, "公司");
		rejectedWithoutUserid(ExcelMessage.USERID_EMPTY, "帐号", "李四", " \u200B", "公司");
		rejectedWithoutUserid(ExcelMessage.USERID_EMPTY, "帐号", null, null, null, "13800000000");
	}

	@Test
	void rejectsUseridsOutsideOfWecomsRule() {
		rejectedWithoutUserid(ExcelMessage.USERID_RULE, "帐号", "李四", "li si", "公司");
		rejectedWithoutUserid(ExcelMessage.USERID_RULE, "帐号", "李四", "_lisi", "公司");
		rejectedWithoutUserid(ExcelMessage.USERID_RULE, "帐号", "李四", "李四", "公司");
		rejectedWithoutUserid(ExcelMessage.USERID_RULE, "帐号", "李四", "a".repeat(65), "公司");
		rejectedWithoutUserid(ExcelMessage.USERID_FULL_WIDTH, "帐号", "李四", "ｌｉｓｉ", "公司");
		rejectedWithoutUserid(ExcelMessage.USERID_PAIR, "帐号", "李四", "old:李四", "公司");
		rejectedWithoutUserid(ExcelMessage.USERID_PAIR, "帐号", "李四", ":lisi", "公司");
		rejectedWithoutUserid(ExcelMessage.USERID_RULE, "帐号", "李四", "a:b:c", "公司");
	}

	@Test
	void rejectsUseridsThatAreNumbersBecauseZerosMayBeLost() {
		rejectedWithoutUserid(ExcelMessage.USERID_NUMBER, "帐号", "李四", Cells.number("123"), "公司");
		rejectedWithoutUserid(ExcelMessage.USERID_NUMBER, "帐号", "李四", Cells.styled("46053", 1), "公司");
		rejectedWithoutUserid(ExcelMessage.USERID_NUMBER, "帐号", "李四", Cells.truth(true), "公司");
		rejectedWithoutUserid(ExcelMessage.CELL_PRECISION, "帐号", "李四", Cells.number("1234567890123456"), "公司");
		rejectedWithoutUserid(ExcelMessage.CELL_ERROR, "帐号", "李四", Cells.error("#REF!"), "公司");
		rejectedWithoutUserid(ExcelMessage.CELL_NO_VALUE, "帐号", "李四", Cells.formulaWithoutResult("A1"), "公司");
	}

	@Test
	void takesNumbersForUseridsWhereTheSettingsSaySo() {
		Read read = Read.with(settings(NumericUserid.ACCEPT, "李四", Cells.number("1.23E+2"), "公司"));
		assertThat(read.userids()).containsExactly("123", "wangwu");
		Read odd = Read.with(settings(NumericUserid.ACCEPT, "李四", Cells.number("1.5"), "公司"));
		finding(odd, ExcelMessage.USERID_NOT_DIGITS, "帐号");
		Read date = Read.with(settings(NumericUserid.ACCEPT, "李四", Cells.styled("46053", 1), "公司"));
		finding(date, ExcelMessage.USERID_NUMBER, "帐号");
	}

	@Test
	void rejectsRowsWithoutAProperName() {
		rejectedButKnown(ExcelMessage.NAME_EMPTY, "姓名", null, "lisi", "公司");
		rejectedButKnown(ExcelMessage.NAME_LONG, "姓名", "名".repeat(65), "lisi", "公司");
		rejectedButKnown(ExcelMessage.CELL_ERROR, "姓名", Cells.error("#NAME?"), "lisi", "公司");
		assertThat(read("𠮷".repeat(64), "lisi", "公司").findings()).isEmpty();
	}

	@Test
	void rejectsRowsWithoutProperDepartments() {
		rejectedButKnown(ExcelMessage.DEPARTMENTS_EMPTY, "部门", "李四", "lisi", null);
		rejectedButKnown(ExcelMessage.DEPARTMENTS_EMPTY, "部门", "李四", "lisi", "；");
		rejectedButKnown(ExcelMessage.DEPARTMENTS_SEGMENT, "部门", "李四", "lisi", "公司//研发");
		rejectedButKnown(ExcelMessage.DEPARTMENTS_CHARACTER, "部门", "李四", "lisi", "公司/研发:一组");
		rejectedButKnown(ExcelMessage.DEPARTMENTS_LONG, "部门", "李四", "lisi", "公司/" + "部".repeat(65));
		rejectedButKnown(ExcelMessage.DEPARTMENTS_DEEP, "部门", "李四", "lisi", "a" + "/a".repeat(15));
		rejectedButKnown(ExcelMessage.CELL_ERROR, "部门", "李四", "lisi", Cells.error("#VALUE!"));
		rejectedButKnown(ExcelMessage.CELL_NO_VALUE, "部门", "李四", "lisi", Cells.formulaWithoutResult("A1"));
	}

	@Test
	void rejectsNamesAndDepartmentsThatAreNoText() {
		for (Object odd : new Object[] { Cells.styled("46053", 1), Cells.truth(true) }) {
			rejectedButKnown(ExcelMessage.VALUE_NOT_TEXT, "姓名", odd, "lisi", "公司");
			rejectedButKnown(ExcelMessage.DEPARTMENTS_NOT_TEXT, "部门", "李四", "lisi", odd);
		}
		rejectedButKnown(ExcelMessage.DEPARTMENTS_NOT_TEXT, "部门", "李四", "lisi", Cells.number("1.5"));
		assertThat(read(Cells.number("42"), "lisi", "公司").value("lisi", "name")).isEqualTo("42");
	}

	@Test
	void rejectsNamesThatAreMasked() {
		rejectedButKnown(ExcelMessage.VALUE_MASKED, "姓名", "李*", "lisi", "公司");
		rejectedButKnown(ExcelMessage.VALUE_MASKED, "姓名", "欧＊锋", "lisi", "公司");
		assertThat(read("伊萨克", "lisi", "公司").findings()).isEmpty();
	}

	@Test
	void rejectsDepartmentsOnSeveralLinesRatherThanTakeThemForOnePath() {
		rejectedButKnown(ExcelMessage.DEPARTMENTS_LINES, "部门", "李四", "lisi", "公司/研发\n公司/测试");
		rejectedButKnown(ExcelMessage.DEPARTMENTS_LINES, "部门", "李四", "lisi", "公司/研发；\r\n公司/测试");
		Read trailing = read("李四", "lisi", Cells.inline(" 公司/研发\n"));
		assertThat(trailing.findings()).isEmpty();
		assertThat(trailing.departments()).hasSize(2);
	}

	@Test
	void rejectsNumbersThatAreShownWithZerosEvenWhereNumbersAreAccepted() {
		Read read = Read.with(settings(NumericUserid.ACCEPT, "李四", Cells.styled("123", 6), "公司"));
		finding(read, ExcelMessage.CELL_ZEROS, "帐号");
		Read whole = Read.with(settings(NumericUserid.ACCEPT, "李四", Cells.styled("12345", 6), "公司"));
		assertThat(whole.userids()).containsExactly("12345", "wangwu");
	}

	@Test
	void handsOverNoDepartmentOfARejectedRow() {
		assertThat(read("李四", "lisi", "公司/研发；公司/a:b").departments()).hasSize(1);
	}

	@Test
	void saysOnlyOnceThatMembersMayBeMissing() {
		Read read = Read.file(Workbooks.of(row("姓名", "帐号"), row("a", null), row("b", "甲"), row("c", "c"))
			.write(this.folder.resolve("contacts.xlsx")));
		assertThat(read.findings()).hasSize(2);
		assertThat(read.gapCodes()).containsExactly(ExcelMessage.GAP_USERID.code());
	}

	@Test
	void knowsTheFormerUseridOfARejectedRow() {
		Member bare = read("", "old:lisi", "公司").member("lisi");
		assertThat(bare.formerUserid()).isEqualTo("old");
		assertThat(bare.ref()).isEqualTo("old");
	}

	@Test
	void saysWhatStandsInTheFile() {
		assertThat(read("李四", " li si ", "公司").findings().get(0).value()).isEqualTo(" li si ");
		assertThat(read("李四", Cells.number("123"), "公司").findings().get(0).value()).isEqualTo("123");
		assertThat(read("李四", "x".repeat(500), "公司").findings().get(0).value()).hasSize(Finding.MAX_VALUE);
	}

}
