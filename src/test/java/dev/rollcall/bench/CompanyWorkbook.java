package dev.rollcall.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a company as Excel would: every text once, in the shared strings. */
final class CompanyWorkbook {

	private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";

	private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

	private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

	private final Map<String, Integer> numbers = new HashMap<>();

	private final List<String> texts = new ArrayList<>();

	private final StringBuilder buffer = new StringBuilder();

	private long uses;

	private CompanyWorkbook() {
	}

	static void write(Company company, Path file) throws IOException {
		new CompanyWorkbook().writeAll(company, file);
	}

	private void writeAll(Company company, Path file) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(
				new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
			part(zip, "[Content_Types].xml",
					"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
							+ "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
							+ "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
							+ override("/xl/workbook.xml", "sheet.main")
							+ override("/xl/worksheets/sheet1.xml", "worksheet")
							+ override("/xl/sharedStrings.xml", "sharedStrings") + "</Types>");
			part(zip, "_rels/.rels", relationships("rId1", "/officeDocument", "xl/workbook.xml"));
			part(zip, "xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
					+ "\"><sheets><sheet name=\"成员列表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
			part(zip, "xl/_rels/workbook.xml.rels", relationships("rId1", "/worksheet", "worksheets/sheet1.xml", "rId2",
					"/sharedStrings", "sharedStrings.xml"));
			zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
			sheet(company, zip);
			zip.closeEntry();
			zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
			sharedStrings(zip);
			zip.closeEntry();
		}
	}

	private void sheet(Company company, OutputStream out) throws IOException {
		this.buffer.append(HEAD).append("<worksheet xmlns=\"").append(MAIN).append("\"><sheetData>");
		row(1, Company.HEADINGS.toArray(String[]::new));
		int number = 2;
		for (int i = 0; i < company.members(); i++) {
			String[] row = company.row(i);
			if (row != null) {
				row(number++, row);
				flush(out, 1 << 20);
			}
		}
		for (String[] row : company.joined()) {
			row(number++, row);
		}
		this.buffer.append("</sheetData></worksheet>");
		flush(out, 0);
	}

	private void row(int number, String[] cells) {
		this.buffer.append("<row r=\"").append(number).append("\" spans=\"1:14\">");
		for (int i = 0; i < cells.length; i++) {
			if (!cells[i].isEmpty()) {
				this.buffer.append("<c r=\"")
					.append((char) ('A' + i))
					.append(number)
					.append("\" t=\"s\"><v>")
					.append(number(cells[i]))
					.append("</v></c>");
			}
		}
		this.buffer.append("</row>");
	}

	private int number(String text) {
		this.uses++;
		return this.numbers.computeIfAbsent(text, (added) -> {
			this.texts.add(added);
			return this.texts.size() - 1;
		});
	}

	private void sharedStrings(OutputStream out) throws IOException {
		this.buffer.append(HEAD)
			.append("<sst xmlns=\"")
			.append(MAIN)
			.append("\" count=\"")
			.append(this.uses)
			.append("\" uniqueCount=\"")
			.append(this.texts.size())
			.append("\">");
		for (String text : this.texts) {
			this.buffer.append("<si><t>").append(text).append("</t></si>");
			flush(out, 1 << 20);
		}
		this.buffer.append("</sst>");
		flush(out, 0);
	}

	private void flush(OutputStream out, int above) throws IOException {
		if (this.buffer.length() > above) {
			out.write(this.buffer.toString().getBytes(StandardCharsets.UTF_8));
			this.buffer.setLength(0);
		}
	}

	private static void part(ZipOutputStream zip, String name, String body) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write((HEAD + body).getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

	private static String override(String part, String type) {
		return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "+xml\"/>";
	}

	private static String relationships(String... threes) {
		StringBuilder xml = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "\">");
		for (int i = 0; i < threes.length; i += 3) {
			xml.append("<Relationship Id=\"")
				.append(threes[i])
				.append("\" Type=\"")
				.append(OFFICE)
				.append(threes[i + 1])
				.append("\" Target=\"")
				.append(threes[i + 2])
				.append("\"/>");
		}
		return xml.append("</Relationships>").toString();
	}

}
