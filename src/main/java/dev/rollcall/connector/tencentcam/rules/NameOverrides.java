package dev.rollcall.connector.tencentcam.rules;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * Names of sub-users that a person has decided, member by member: a CSV file in UTF-8
 * whose first line is {@code userid,name}.
 */
public final class NameOverrides {

	/** Nobody has decided anything. */
	public static final NameOverrides NONE = new NameOverrides("names.overrides");

	private static final List<String> HEADING = List.of(FieldNames.USERID, "name");

	private static final int LARGEST = 16 * 1024 * 1024;

	private final String file;

	private final Map<String, String> names = new HashMap<>();

	private final Map<String, Long> lines = new HashMap<>();

	private NameOverrides(String file) {
		this.file = file;
	}

	/**
	 * Reads a file.
	 * @param shown how a job calls it
	 * @throws SettingsException when it cannot be understood, or decides anything twice
	 */
	public static NameOverrides read(Path file, String shown) {
		NameOverrides overrides = new NameOverrides(shown);
		try (CsvReader<CsvRecord> records = CsvReader.builder()
			.allowMissingFields(true)
			.allowExtraFields(true)
			.ofCsvRecord(overrides.text(file))) {
			overrides.read(records.iterator());
		}
		catch (CsvParseException | IOException ex) {
			throw overrides.refused("tencentcam.overrides.damaged", String.valueOf(ex.getMessage()));
		}
		return overrides;
	}

	/** The name that was decided for a member, null when none was. */
	@Nullable String name(String userid) {
		return this.names.get(Userid.key(userid));
	}

	/** How a job calls the file. */
	String file() {
		return this.file;
	}

	private String text(Path path) {
		try {
			if (!Files.isRegularFile(path)) {
				throw refused("tencentcam.overrides.missing", path);
			}
			if (Files.size(path) > LARGEST) {
				throw refused("tencentcam.overrides.large", Files.size(path), LARGEST);
			}
			String text = StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(Files.readAllBytes(path)))
				.toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw refused("tencentcam.overrides.encoding");
		}
		catch (IOException ex) {
			throw refused("tencentcam.overrides.damaged", ex.toString());
		}
	}

	private void read(Iterator<CsvRecord> records) {
		List<String> heading = records.hasNext() ? stripped(records.next()) : List.of();
		if (!heading.stream().map((text) -> text.toLowerCase(Locale.ROOT)).toList().equals(HEADING)) {
			throw refused("tencentcam.overrides.heading", String.join(",", HEADING), String.join(",", heading));
		}
		records.forEachRemaining(this::take);
	}

	private void take(CsvRecord line) {
		List<String> fields = stripped(line);
		long number = line.getStartingLineNumber();
		if (fields.stream().allMatch(String::isEmpty)) {
			return;
		}
		if (fields.size() != 2 || fields.contains("")) {
			throw refused("tencentcam.overrides.fields", number, String.join(",", fields));
		}
		String userid = fields.get(0);
		String name = fields.get(1);
		if (!Userid.isValid(userid)) {
			throw refused("tencentcam.overrides.userid", number, userid);
		}
		Message fault = LegalName.fault(userid, name, this.file + ":" + number);
		if (fault != null) {
			throw new SettingsException(fault);
		}
		once(FieldNames.USERID, userid, number);
		once("name", name, number);
		this.names.put(Userid.key(userid), name);
	}

	/** Names that differ in case only may be the same to CAM. */
	private void once(String column, String value, long number) {
		Long before = this.lines.put(column + ":" + value.toLowerCase(Locale.ROOT), number);
		if (before != null) {
			throw refused("tencentcam.overrides.twice", number, column, value, before);
		}
	}

	private static List<String> stripped(CsvRecord line) {
		return line.getFields().stream().map(String::strip).toList();
	}

	private SettingsException refused(String code, Object... more) {
		Object[] arguments = new Object[more.length + 1];
		arguments[0] = this.file;
		System.arraycopy(more, 0, arguments, 1, more.length);
		return new SettingsException(Message.of(code, arguments));
	}

}
