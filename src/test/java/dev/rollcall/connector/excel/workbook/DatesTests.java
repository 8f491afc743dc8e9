package dev.rollcall.connector.excel.workbook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatesTests {

	@ParameterizedTest
	@CsvSource({ "46053, 2026-01-31", "46053.999, 2026-01-31", "1, 1900-01-01", "59, 1900-02-28", "61, 1900-03-01",
			"2958465, 9999-12-31" })
	void countsDaysAsExcelDoes(String number, String date) {
		assertThat(DateText.of(number, CellType.DATE, false)).isEqualTo(date);
	}

	@Test
	void countsDaysFrom1904WhereTheWorkbookSaysSo() {
		assertThat(DateText.of("44591", CellType.DATE, true)).isEqualTo("2026-01-31");
		assertThat(DateText.of("0", CellType.DATE, true)).isEqualTo("1904-01-01");
	}

	@ParameterizedTest
	@CsvSource({ "46053.354166666664, 2026-01-31T08:30", "46053.354178240741, 2026-01-31T08:30:01",
			"46053, 2026-01-31T00:00", "46053.99999999, 2026-02-01T00:00" })
	void saysTheTimeWhereTheCellShowsIt(String number, String date) {
		assertThat(DateText.of(number, CellType.DATE_TIME, false)).isEqualTo(date);
	}

	@Test
	void saysOnlyTheTimeWhereThatIsAllTheCellShows() {
		assertThat(DateText.of("0.375", CellType.TIME, false)).isEqualTo("09:00");
	}

	@Test
	void takesNoDayThatDoesNotExist() {
		for (String odd : new String[] { "-1", "0", "60", "2958466", "x", "NaN" }) {
			assertThat(DateText.of(odd, CellType.DATE, false)).as(odd).isNull();
		}
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-31, 2026-01-31", "2026-01-31T00:00:00Z, 2026-01-31",
			"2026-01-31T08:30:00.000, 2026-01-31T08:30", "08:30:00, 08:30" })
	void readsDatesThatAreWrittenAsIso(String written, String text) {
		assertThat(DateText.ofIso(written)).isEqualTo(text);
		assertThat(DateText.ofIso(written + "x")).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "yyyy\\-mm\\-dd | 5", "m/d/yy | 5", "yyyy\"年\"m\"月\"d\"日\";@ | 5", "[$-804]yyyy\"年\"m\"月\" | 5",
					"mmm-yy | 5", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy | 5", "e\"年\" | 5", "h:mm | 6", "mm:ss.0 | 6",
					"[$-804]上午/下午h\"时\"mm\"分\" | 6", "h:mm AM/PM | 6", "yyyy-mm-dd hh:mm | 7", "d/m/yyyy\\ h:mm;@ | 7",
					"General | 4", "G/通用格式 | 4", "0.00 | 4", "#,##0 | 4", "0.00E+00 | 4", "@ | 4", "[h]:mm:ss | 4",
					"[Red]0;[Blue]-0 | 4", "0\"days\" | 4", "_(* #,##0_);_(* (#,##0);_(@_) | 4", "\\d0 | 4",
					"0;yyyy | 4", "0 | 4", "00000 | 37", "000\\-0000 | 39", "0000.00 | 36", "00%;0 | 34" })
	void tellsDatesFromNumbersByTheirFormat(String code, byte type) {
		assertThat(NumberFormat.type(164, code)).as(code).isEqualTo(type);
	}

	@ParameterizedTest
	@CsvSource({ "0,4", "1,4", "14,5", "17,5", "20,6", "22,7", "31,5", "32,6", "46,4", "49,4", "57,5", "58,5" })
	void knowsTheFormatsThatAChineseExcelHasBuiltIn(int id, byte type) {
		assertThat(NumberFormat.type(id, null)).isEqualTo(type);
	}

}
