package dev.rollcall.connector.excel;

import java.io.IOException;

import org.springframework.stereotype.Component;

import dev.rollcall.connector.Connector;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.excel.message.RefusedException;

/** Reads WeCom's address book from a workbook or a CSV file. */
@Component
final class ExcelConnector implements Connector<ExcelSettings> {

	@Override
	public String name() {
		return "excel";
	}

	@Override
	public Class<ExcelSettings> settings() {
		return ExcelSettings.class;
	}

	@Override
	public Source openSource(ExcelSettings settings, Surroundings surroundings) {
		SourceFile file = SourceFile.find(surroundings.home(), settings.file());
		try {
			return new ExcelSource(file, settings);
		}
		catch (IOException ex) {
			throw RefusedException.of(ex, file.name());
		}
	}

}
