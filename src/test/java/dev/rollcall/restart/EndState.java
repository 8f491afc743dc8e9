package dev.rollcall.restart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that a run leaves behind: every row of every table but Spring Batch's own, so the
 * directory, the snapshots, the plan with its digest, the state of each change, the
 * counts; and the reports. Only what tells of time and process is left out.
 */
final class EndState {

	private static final Set<String> OF_TIME_AND_PROCESS = Set.of("RUN.STARTED_AT", "RUN.ENDED_AT", "RUN.OWNER",
			"RUN.RESTARTS", "FINDING.ID", "LEAVER.DISABLED_AT", "LEAVER.DUE_AT", "APPROVAL.USED_AT",
			"AUDIT_ENTRY.WRITTEN_AT", "AUDIT_ENTRY.PREVIOUS_HASH", "AUDIT_ENTRY.HASH", "AUDIT_HEAD.HASH");

	/** The tables of a directory in a database. */
	static final List<String> OF_DIRECTORY = List.of("DIRECTORY_DEPARTMENT", "DIRECTORY_NEXT_ID", "DIRECTORY_MEMBER",
			"DIRECTORY_MEMBERSHIP", "DIRECTORY_CUSTOM_FIELD", "DIRECTORY_MEMBER_FIELD");

	private static final String TABLES = """
			SELECT table_name FROM information_schema.tables
			WHERE table_schema = 'PUBLIC' AND table_name NOT LIKE 'BATCH%' AND table_name <> 'flyway_schema_history'""";

	/** Lines by where they come from, such as a table. */
	private final TreeMap<String, List<String>> parts = new TreeMap<>();

	private final String home;

	EndState(Path home) {
		this.home = home.toString();
	}

	/** Adds what a database holds. */
	EndState with(String name, DataSource database) {
		JdbcTemplate jdbc = new JdbcTemplate(database);
		for (String table : jdbc.queryForList(TABLES, String.class)) {
			List<String> rows = jdbc.query("SELECT * FROM " + table, (row, index) -> text(table, row));
			rows.sort(null);
			this.parts.put(name + " " + table, rows);
		}
		return this;
	}

	/** Adds the files that runs wrote. */
	EndState withReports(Path reports) {
		if (Files.exists(reports)) {
			try (Stream<Path> files = Files.walk(reports)) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					this.parts.put(reports.relativize(file).toString(), lines(file));
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return this;
	}

	private List<String> lines(Path file) throws IOException {
		return switch (file.getFileName().toString()) {
			case "report.json" -> {
				ObjectNode json = (ObjectNode) new ObjectMapper().readTree(file.toFile());
				json.remove(List.of("startedAt", "endedAt", "restarts", "auditHead"));
				yield json.toPrettyString().lines().map(this::neutral).toList();
			}
			case "report.txt" -> Files.readAllLines(file)
				.stream()
				.filter((line) -> !line.contains("Began") && !line.contains("Continued")
						&& !line.contains("audit log ends"))
				.map(this::neutral)
				.toList();
			case "rejected.xlsx" -> cells(file);
			default -> throw new IllegalStateException("nobody knows what this is: " + file);
		};
	}

	/** Fails, saying where, unless everything is the same. */
	void isSameAs(EndState undisturbed, String description) {
		assertThat(this.parts.keySet()).as(description).isEqualTo(undisturbed.parts.keySet());
		undisturbed.parts.forEach((part, expected) -> {
			List<String> lines = this.parts.get(part);
			if (!lines.equals(expected)) {
				assertThat(without(lines, expected)).as(description + ": " + part + " holds more")
					.isEqualTo(without(expected, lines));
			}
		});
	}

	/** Only what differs, so that one can read it. */
	private static List<String> without(List<String> lines, List<String> others) {
		Set<String> known = new HashSet<>(others);
		return lines.stream().filter((line) -> !known.contains(line)).toList();
	}

	/** The lines of one part. */
	List<String> part(String name) {
		return this.parts.get(name);
	}

	private String text(String table, ResultSet row) throws SQLException {
		StringBuilder text = new StringBuilder();
		for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
			String column = row.getMetaData().getColumnName(i);
			if (!OF_TIME_AND_PROCESS.contains(table + "." + column)) {
				text.append(column).append('=').append(value(row, i)).append(' ');
			}
		}
		return neutral(text.toString());
	}

	private static String value(ResultSet row, int column) throws SQLException {
		return switch (row.getMetaData().getColumnTypeName(column)) {
			case "BLOB", "VARBINARY" -> HexFormat.of().formatHex(row.getBytes(column));
			default -> String.valueOf(row.getString(column));
		};
	}

	/** Without the folder and the port, which are others each time. */
	private String neutral(String text) {
		return text.replace(this.home, "HOME").replaceAll("hsql://127.0.0.1:\\d+", "hsql://OUTSIDE");
	}

	private static List<String> cells(Path workbook) throws IOException {
		List<String> lines = new ArrayList<>();
		DataFormatter format = new DataFormatter();
		try (InputStream in = Files.newInputStream(workbook); Workbook book = WorkbookFactory.create(in)) {
			book.forEach((sheet) -> {
				for (Row row : sheet) {
					StringBuilder line = new StringBuilder(sheet.getSheetName());
					row.forEach((cell) -> line.append(" | ").append(format.formatCellValue(cell)));
					lines.add(line.toString());
				}
			});
		}
		return lines;
	}

}
