package dev.rollcall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads and writes small workbooks with POI, not with what is tested. */
final class Sheets {

	/** What most files of the tests begin with. */
	static final List<String> HEADER = List.of("姓名", "账号", "部门", "手机", "邮箱", "职务");

	private Sheets() {
	}

	/** The first sheet as texts, row by row, the empty ones too. */
	static List<List<String>> read(Path file) {
		try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
			DataFormatter formatter = new DataFormatter();
			List<List<String>> rows = new ArrayList<>();
			Sheet sheet = workbook.getSheetAt(0);
			for (int i = 0; i <= sheet.getLastRowNum(); i++) {
				List<String> cells = new ArrayList<>();
				Row row = sheet.getRow(i);
				for (int j = 0; row != null && j < row.getLastCellNum(); j++) {
					cells.add(formatter.formatCellValue(row.getCell(j)));
				}
				rows.add(cells);
			}
			return rows;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The members of an export by userid, each with its cells by their headings. */
	static Map<String, Map<String, String>> members(Path file) {
		List<List<String>> rows = read(file);
		int header = 0;
		while (!rows.get(header).contains("账号")) {
			header++;
		}
		List<String> headings = rows.get(header);
		Map<String, Map<String, String>> members = new LinkedHashMap<>();
		for (List<String> cells : rows.subList(header + 1, rows.size())) {
			Map<String, String> member = new LinkedHashMap<>();
			for (int i = 0; i < cells.size(); i++) {
				member.put(headings.get(i), cells.get(i));
			}
			members.put(member.get("账号"), member);
		}
		return members;
	}

	/** Writes rows of texts into a workbook, {@code .xlsx} or {@code .xls}. */
	static Path write(Path file, List<List<String>> rows) {
		try (Workbook workbook = file.toString().endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
				OutputStream out = Files.newOutputStream(file)) {
			Sheet sheet = workbook.createSheet("成员列表");
			for (int i = 0; i < rows.size(); i++) {
				Row row = sheet.createRow(i);
				for (int j = 0; j < rows.get(i).size(); j++) {
					Cell cell = row.createCell(j);
					cell.setCellValue(rows.get(i).get(j));
				}
			}
			workbook.write(out);
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes members below the usual header. */
	static Path members(Path file, List<List<String>> members) {
		List<List<String>> rows = new ArrayList<>(List.of(HEADER));
		rows.addAll(members);
		return write(file, rows);
	}

	/** Writes rows as CSV, every cell in quotes. */
	static Path csv(Path file, String before, Charset charset, List<List<String>> rows) {
		StringBuilder text = new StringBuilder(before);
		for (List<String> row : rows) {
			text.append(String.join(",", row.stream().map((cell) -> "\"" + cell.replace("\"", "\"\"") + "\"").toList()))
				.append("\r\n");
		}
		try {
			return Files.writeString(file, text, charset);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Path text(Path file, String text) {
		try {
			return Files.writeString(file, text, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes the beginning of a file, as an interrupted download leaves it. */
	static Path beginning(Path file, Path whole) {
		try {
			byte[] content = Files.readAllBytes(whole);
			return Files.write(file, java.util.Arrays.copyOf(content, content.length / 2));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes a workbook that opens with a password only. */
	static Path encrypted(Path file, Path plain) {
		try (POIFSFileSystem container = new POIFSFileSystem()) {
			Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
			encryptor.confirmPassword("secret");
			try (OutputStream out = encryptor.getDataStream(container)) {
				Files.copy(plain, out);
			}
			try (OutputStream out = Files.newOutputStream(file)) {
				container.writeFilesystem(out);
			}
			return file;
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
