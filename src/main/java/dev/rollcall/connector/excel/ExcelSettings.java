package dev.rollcall.connector.excel;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.excel.contacts.NumericUserid;
import dev.rollcall.connector.excel.contacts.RowRange;
import dev.rollcall.connector.excel.message.ExcelMessage;

/**
 * Which rows of which file are read.
 *
 * @param file the file; a relative path starts from Rollcall's home
 * @param sheet an index from 0 or a name; null for every visible sheet
 * @param startRow the first row that may hold a member, from 0; the header is looked for
 * from the top all the same
 * @param endRow the last such row, -1 for the last of the sheet
 * @param numericUserid what is done with userids that are numbers
 */
record ExcelSettings(String file, @Nullable String sheet, @DefaultValue("0") int startRow,
		@DefaultValue("-1") int endRow, @DefaultValue("reject") NumericUserid numericUserid) {

	@SuppressWarnings("ConstantValue") // Binding hands over null for a key that is
										// absent.
	ExcelSettings {
		if (file == null || file.isBlank()) {
			throw new SettingsException(ExcelMessage.SETTINGS_NO_FILE.of());
		}
		if (sheet != null && sheet.isBlank()) {
			sheet = null;
		}
		if (startRow < 0) {
			throw new SettingsException(ExcelMessage.SETTINGS_START_ROW.of(startRow));
		}
		if (endRow < -1 || (endRow >= 0 && endRow < startRow)) {
			throw new SettingsException(ExcelMessage.SETTINGS_END_ROW.of(endRow, startRow));
		}
	}

	/** The rows that may hold members. */
	RowRange range() {
		return new RowRange(this.startRow, this.endRow);
	}

}
