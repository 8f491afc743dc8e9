package dev.rollcall.connector.excel;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.excel.contacts.NumericUserid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExcelSettingsTests {

	@Test
	void readsAllRowsOfAllSheetsUnlessToldOtherwise() {
		ExcelSettings settings = bind(Map.of("file", "contacts.xlsx"));
		assertThat(settings).isEqualTo(new ExcelSettings("contacts.xlsx", null, 0, -1, NumericUserid.REJECT));
		assertThat(settings.range().covers(0)).isTrue();
		assertThat(settings.range().covers(1_000_000)).isTrue();
	}

	@Test
	void isBoundFromTheKeysOfAJobFile() {
		assertThat(bind(Map.of("file", "a.csv", "sheet", "成员列表", "start-row", "9", "end-row", "99", "numeric-userid",
				"accept")))
			.isEqualTo(new ExcelSettings("a.csv", "成员列表", 9, 99, NumericUserid.ACCEPT));
	}

	@Test
	void takesABlankSheetForNone() {
		assertThat(bind(Map.of("file", "a.csv", "sheet", " ")).sheet()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "'', 0, -1, excel.settings.no-file", "a.csv, -1, -1, excel.settings.start-row",
			"a.csv, 0, -2, excel.settings.end-row", "a.csv, 5, 4, excel.settings.end-row" })
	void refusesNonsense(String file, int startRow, int endRow, String code) {
		assertThatExceptionOfType(SettingsException.class)
			.isThrownBy(() -> new ExcelSettings(file, null, startRow, endRow, NumericUserid.REJECT))
			.satisfies((ex) -> assertThat(ex.text().code()).isEqualTo(code));
	}

	@Test
	void needsAFile() {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> bind(Map.of("start-row", "0")))
			.havingRootCause()
			.isInstanceOf(SettingsException.class);
	}

	private static ExcelSettings bind(Map<String, String> keys) {
		return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate("", ExcelSettings.class);
	}

}
