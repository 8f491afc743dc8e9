package dev.rollcall.connector.excel;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.directory.Finding;

import static dev.rollcall.connector.excel.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

/** How the values of the standard fields are understood. */
class ValuesTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private Read read(String heading, Object cell) {
		Workbooks workbook = Workbooks.of(row("姓名", "帐号", heading), row("李四", "lisi", cell));
		return Read.file(workbook.write(this.folder.resolve("contacts.xlsx")));
	}

	private @Nullable String value(String heading, Object cell) {
		Read read = read(heading, cell);
		assertThat(read.findings()).isEmpty();
		return read.member("lisi").fields().value(1);
	}

	private void unknown(String heading, Object cell, ExcelMessage why) {
		Read read = read(heading, cell);
		assertThat(read.member("lisi").fields().value(1)).isNull();
		assertThat(read.member("lisi").fields().value(0)).isEqualTo("李四");
		assertThat(read.findings()).hasSize(1);
		Finding finding = read.findings().get(0);
		assertThat(finding.reason().code()).isEqualTo(why.code());
		assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
		assertThat(finding.column()).isEqualTo(heading);
		assertThat(finding.userid()).isEqualTo("lisi");
		assertThat(finding.origin()).hasToString("Origin[part=0, row=2]");
		assertThat(read.gaps()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "13800000000,13800000000", "１３８００００００００,13800000000", "138 0000-0000,13800000000",
			"+86 13800000000,13800000000", "＋86-13800000000,13800000000", "008613800000000,13800000000",
			"8613800000000,13800000000", "(86)13800000000,13800000000", "+852 5912 3456,+85259123456",
			"+8612345678901,+8612345678901", "86123,86123", "\u202D13800000000\u202C,13800000000", "12345,12345" })
	void understandsMobilesAsPeopleWriteThem(String written, String mobile) {
		assertThat(value("手机", written)).isEqualTo(mobile);
	}

	@Test
	void understandsMobilesThatAreNumbers() {
		assertThat(value("手机", Cells.number("13800000000"))).isEqualTo("13800000000");
		assertThat(value("手机", Cells.number("1.38E+10"))).isEqualTo("13800000000");
		assertThat(value("手机", Cells.number("8613800000000"))).isEqualTo("13800000000");
	}

	@Test
	void doesNotGuessWhatStoodBeforeANumber() {
		for (String mobile : new String[] { "85259123456", "8612345", "12345678901", "2088985632" }) {
			unknown("手机", Cells.number(mobile), ExcelMessage.VALUE_ZEROS);
		}
		for (String landline : new String[] { "2088985632", "75588985632", "862088985632", "123456789" }) {
			unknown("座机", Cells.number(landline), ExcelMessage.VALUE_ZEROS);
		}
		for (String whole : new String[] { "88985632", "8001", "95588", "4008001234", "8008101234", "13800000000" }) {
			assertThat(value("座机", Cells.number(whole))).isEqualTo(whole);
		}
	}

	/** In the sheet they are shown, but only the number is stored. */
	@Test
	void doesNotUseNumbersThatAreShownWithZerosBeforeThem() {
		for (String heading : List.of("工号", "手机", "座机", "别名")) {
			unknown(heading, Cells.styled("123", 6), ExcelMessage.CELL_ZEROS);
		}
		assertThat(value("工号", Cells.styled("12345", 6))).isEqualTo("12345");
		assertThat(value("手机", Cells.styled("13800000000", 6))).isEqualTo("13800000000");
		unknown("工号", Cells.styled("-123.5", 6), ExcelMessage.CELL_ZEROS);
	}

	@Test
	void takesDatesAndTruthsForTextInCustomFieldsOnly() {
		for (String heading : List.of("别名", "职务", "地址", "企业简称", "视频号")) {
			unknown(heading, Cells.styled("46053", 1), ExcelMessage.VALUE_NOT_TEXT);
			unknown(heading, Cells.truth(true), ExcelMessage.VALUE_NOT_TEXT);
			assertThat(value(heading, Cells.number("42"))).isEqualTo("42");
		}
		assertThat(value("生日", Cells.styled("46053", 1))).isEqualTo("2026-01-31");
		assertThat(value("在编", Cells.truth(false))).isEqualTo("false");
	}

	@ParameterizedTest
	@ValueSource(strings = { "13800000000/13900000000", "一三八", "138+00", "+", "1.38E+10" })
	void doesNotUseMobilesWithOtherCharacters(String written) {
		unknown("手机", written, ExcelMessage.MOBILE);
	}

	@Test
	void doesNotUseMobilesThatAreTooLongOrNoWholeNumbers() {
		unknown("手机", "1".repeat(33), ExcelMessage.VALUE_LONG);
		unknown("手机", Cells.number("-13800000000"), ExcelMessage.VALUE_NOT_DIGITS);
		unknown("手机", Cells.number("13800000000.5"), ExcelMessage.VALUE_NOT_DIGITS);
		unknown("手机", Cells.styled("46053", 1), ExcelMessage.VALUE_NOT_DIGITS);
		unknown("手机", Cells.truth(true), ExcelMessage.VALUE_NOT_DIGITS);
		unknown("手机", Cells.number("8.6138000000001E+17"), ExcelMessage.CELL_PRECISION);
	}

	@ParameterizedTest
	@CsvSource({ "手机,138****0000", "手机,138＊＊＊＊0000", "座机,020-****6789", "邮箱,z***@example.com", "企业邮箱,***@corp.cn",
			"地址,广州市****" })
	void neverWritesMaskedValuesAnywhere(String heading, String written) {
		unknown(heading, written, ExcelMessage.VALUE_MASKED);
	}

	@ParameterizedTest
	@CsvSource({ "020-88985632,020-88985632", "(020) 8898 5632,0208898 5632", "０２０－８８９８５６３２,020-88985632",
			"+86-20-8898,+86-20-8898", "'8001,8002','8001,8002'", "8001，8002,'8001,8002'" })
	void understandsLandlines(String written, String telephone) {
		assertThat(value("座机", written)).isEqualTo(telephone.replace(" ", ""));
	}

	@Test
	void doesNotUseLandlinesThatWecomWouldNotTake() {
		unknown("座机", "8001转2", ExcelMessage.TELEPHONE);
		unknown("座机", "0".repeat(33), ExcelMessage.VALUE_LONG);
		unknown("座机", Cells.number("0.5"), ExcelMessage.VALUE_NOT_DIGITS);
		assertThat(value("座机", Cells.number("88985632"))).isEqualTo("88985632");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@b", "first.last+tag@example.com", "张三@例子.公司" })
	void takesMailAddresses(String written) {
		assertThat(value("邮箱", written)).isEqualTo(written);
		assertThat(value("企业邮箱", " " + written + "\u3000")).isEqualTo(written);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "@b", "a@", "a@b@c", "a b@c", "无" })
	void doesNotUseWhatIsNoMailAddress(String written) {
		unknown("邮箱", written, ExcelMessage.MAIL);
	}

	@Test
	void countsMailAddressesInBytesAndOthersInCharacters() {
		assertThat(value("邮箱", "a@" + "b".repeat(62))).hasSize(64);
		unknown("邮箱", "a@" + "b".repeat(63), ExcelMessage.VALUE_LONG);
		unknown("邮箱", "a@" + "中".repeat(21), ExcelMessage.VALUE_LONG);
		assertThat(value("别名", "𠮷".repeat(64))).hasSize(128);
		unknown("别名", "名".repeat(65), ExcelMessage.VALUE_LONG);
		assertThat(value("职务", "职".repeat(128))).hasSize(128);
		unknown("职务", "职".repeat(129), ExcelMessage.VALUE_LONG);
		unknown("地址", "址".repeat(129), ExcelMessage.VALUE_LONG);
		assertThat(value("备注", "字".repeat(30_000))).hasSize(30_000);
	}

	@ParameterizedTest
	@CsvSource({ "性别,男,male", "性别,女,female", "性别,Male,male", "性别,1,male", "性别,2,female", "性别,0,''", "性别,未知,''",
			"激活状态,已激活,activated", "激活状态,未激活,not_activated", "激活状态,已禁用,disabled", "激活状态,退出企业,left", "激活状态,已退出,left",
			"禁用状态,已禁用,false", "禁用状态,禁用,false", "禁用状态,1,false", "禁用状态,未禁用,true", "禁用状态,启用,true", "禁用状态,正常,true",
			"禁用状态,0,true", "启用,1,true", "启用,0,false", "微信插件,已关注,followed", "微信插件,未关注,not_followed" })
	void understandsTheWordsOfTheExport(String heading, String written, String value) {
		assertThat(value(heading, written)).isEqualTo(value);
		if (written.length() == 1 && Character.isDigit(written.charAt(0))) {
			assertThat(value(heading, Cells.number(written))).isEqualTo(value);
		}
	}

	@ParameterizedTest
	@CsvSource({ "性别,保密", "激活状态,是", "禁用状态,否", "微信插件,1", "禁用状态,2" })
	void doesNotGuessWhatOtherWordsMean(String heading, String written) {
		unknown(heading, written, ExcelMessage.VALUE_CHOICE);
		assertThat(read(heading, written).findings().get(0).value()).isEqualTo(written);
	}

	@Test
	void doesNotUseCellsWithoutAProperValue() {
		for (String heading : List.of("别名", "手机", "邮箱", "备注", "性别")) {
			unknown(heading, Cells.error("#N/A"), ExcelMessage.CELL_ERROR);
			unknown(heading, Cells.formulaWithoutResult("NOW()"), ExcelMessage.CELL_NO_VALUE);
			unknown(heading, Cells.number("abc"), ExcelMessage.CELL_NUMBER);
			unknown(heading, Cells.number("1.10101199001011E+17"), ExcelMessage.CELL_PRECISION);
			unknown(heading, Cells.styled("-1", 1), ExcelMessage.CELL_DATE);
		}
	}

	@Test
	void keepsPersonalValuesOutOfTheReasons() {
		Read read = read("手机", "13800000000x");
		assertThat(read.findings().get(0).reason().arguments()).isEmpty();
	}

}
