package dev.rollcall.sandbox.wecom.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Refused;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * The rows of a file to be imported: for each the cells by what stands above them. A cell
 * beyond the end of its row is absent, any other is there even when it is empty.
 */
final class ImportFile {

	private ImportFile() {
	}

	/**
	 * The rows.
	 * @param required what must stand in the first row
	 * @throws Refused when it is no such file, or not in UTF-8
	 */
	static List<Map<String, String>> rows(byte[] bytes, List<String> required) {
		List<Map<String, String>> rows = new ArrayList<>();
		List<String> header = List.of();
		try {
			for (CsvRecord line : CsvReader.builder()
				.allowMissingFields(true)
				.allowExtraFields(true)
				.ofCsvRecord(text(bytes))) {
				if (header.isEmpty()) {
					header = line.getFields().stream().map((cell) -> cell.strip().replace("账号", "帐号")).toList();
				}
				else {
					rows.add(row(header, line));
				}
			}
		}
		catch (CsvParseException ex) {
			throw Refused.because(Code.INVALID_FILE);
		}
		if (!header.containsAll(required)) {
			throw Refused.because(Code.INVALID_FILE);
		}
		return rows;
	}

	private static Map<String, String> row(List<String> header, CsvRecord line) {
		Map<String, String> row = new LinkedHashMap<>();
		for (int i = 0; i < Math.min(header.size(), line.getFieldCount()); i++) {
			row.put(header.get(i), line.getField(i).strip());
		}
		return row;
	}

	private static String text(byte[] bytes) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw Refused.because(Code.INVALID_FILE);
		}
	}

}
