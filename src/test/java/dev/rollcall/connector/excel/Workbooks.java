package dev.rollcall.connector.excel;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

/**
 * Writes an {@code .xlsx} workbook part by part, so that every oddity a real one can have
 * can be put in and seen in the test. Styles: 1 is a date, 2 a date with time, 3 a time,
 * 4 text, 5 the built-in date of a Chinese Excel, 6 a number of five digits.
 */
public final class Workbooks {

	/** Stands where {@link #fill} puts its content. */
	public static final String HERE = "<!--here-->";

	private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";

	private static final String MAIN = TRANSITIONAL + "spreadsheetml/2006/main";

	private static final String RELATIONS = TRANSITIONAL + "officeDocument/2006/relationships";

	private final List<SheetXmlBuilder> sheets = new ArrayList<>();

	private final List<String> strings = new ArrayList<>();

	private final Map<String, Integer> stringIndexes = new LinkedHashMap<>();

	private final Map<String, UnaryOperator<byte[]>> changes = new LinkedHashMap<>();

	private final Map<String, Filling> fillings = new LinkedHashMap<>();

	private final Map<String, byte[]> more = new LinkedHashMap<>();

	private boolean strict;

	private boolean from1904;

	private String prefix = "";

	private boolean macros;

	private boolean stored;

	/** Writes a long piece of XML. */
	public interface Filling {

		void writeTo(Writer out) throws IOException;

	}

	/** The headings of the newer export. */
	public static Object[] export() {
		return new Object[] { "姓名", "账号", "别名", "职务", "部门", "性别", "手机", "座机", "邮箱", "地址", "企业邮箱", "视频号", "激活状态", "禁用状态",
				"微信插件" };
	}

	/** A workbook with nothing in it yet. */
	public static Workbooks workbook() {
		return new Workbooks();
	}

	/** A workbook with one sheet, called as WeCom calls it. */
	public static Workbooks of(Object[]... rows) {
		return workbook().sheet("成员列表", (sheet) -> {
			for (Object[] row : rows) {
				sheet.row(row);
			}
		});
	}

	public static Object[] row(@Nullable Object... cells) {
		return cells;
	}

	public Workbooks sheet(String name, Consumer<SheetXmlBuilder> content) {
		return sheet(name, "visible", "worksheet", content);
	}

	public Workbooks hiddenSheet(String name, Consumer<SheetXmlBuilder> content) {
		return sheet(name, "hidden", "worksheet", content);
	}

	/**
	 * Adds a sheet.
	 * @param type the end of its relationship's type, such as {@code chartsheet}
	 */
	public Workbooks sheet(String name, String state, String type, Consumer<SheetXmlBuilder> content) {
		SheetXmlBuilder sheet = new SheetXmlBuilder(name, state, type, this::sharedString);
		content.accept(sheet);
		this.sheets.add(sheet);
		return this;
	}

	/** In the strict dialect, whose namespaces and relationships are called otherwise. */
	public Workbooks strict() {
		this.strict = true;
		return this;
	}

	public Workbooks from1904() {
		this.from1904 = true;
		return this;
	}

	/** With a prefix on every element, as some programs write. */
	public Workbooks prefixed(String elementPrefix) {
		this.prefix = elementPrefix + ":";
		return this;
	}

	/** With macros, as an {@code .xlsm}. */
	public Workbooks withMacros() {
		this.macros = true;
		return this;
	}

	/**
	 * Adds a shared text as it stands in XML, without its {@code si}; returns its index.
	 */
	public int sharedXml(String xml) {
		this.strings.add(xml);
		return this.strings.size() - 1;
	}

	private int sharedString(String text) {
		return this.stringIndexes.computeIfAbsent(text,
				(key) -> sharedXml("<t xml:space=\"preserve\">" + Cells.escape(key) + "</t>"));
	}

	/** Changes a part after it was made. */
	public Workbooks change(String part, UnaryOperator<String> change) {
		return changeBytes(part,
				(bytes) -> change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
	}

	public Workbooks changeBytes(String part, UnaryOperator<byte[]> change) {
		this.changes.put(part, change);
		return this;
	}

	/** Adds another part, or replaces one. */
	public Workbooks part(String name, String content) {
		this.more.put(name, content.getBytes(StandardCharsets.UTF_8));
		return this;
	}

	/**
	 * Puts content that is too long for memory in the place of a comment.
	 * @param part the part that holds {@code <!--here-->}
	 */
	public Workbooks fill(String part, Filling content) {
		this.fillings.put(part, content);
		return this;
	}

	/** Leaves a part out. */
	public Workbooks without(String part) {
		return changeBytes(part, (bytes) -> new byte[0]);
	}

	/** Nothing is compressed, so that the data can be found in the file. */
	public Workbooks stored() {
		this.stored = true;
		return this;
	}

	public Path write(Path file) {
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, byte[]> part : parts().entrySet()) {
				zip.putNextEntry(entry(part.getKey(), part.getValue()));
				write(part.getKey(), part.getValue(), zip);
				zip.closeEntry();
			}
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ZipEntry entry(String name, byte[] content) {
		ZipEntry entry = new ZipEntry(name);
		if (this.stored) {
			CRC32 checksum = new CRC32();
			checksum.update(content);
			entry.setMethod(ZipEntry.STORED);
			entry.setSize(content.length);
			entry.setCrc(checksum.getValue());
		}
		return entry;
	}

	private void write(String part, byte[] content, OutputStream out) throws IOException {
		Filling filling = this.fillings.get(part);
		if (filling == null) {
			out.write(content);
			return;
		}
		String[] around = new String(content, StandardCharsets.UTF_8).split(HERE);
		Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		writer.write(around[0]);
		filling.writeTo(writer);
		writer.write(around[1]);
		writer.flush();
	}

	/** The parts by name, in their order. */
	Map<String, byte[]> parts() {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		put(parts, "[Content_Types].xml", contentTypes());
		put(parts, "_rels/.rels", relationships(List.of("rId1|officeDocument|xl/workbook.xml")));
		put(parts, "xl/workbook.xml", workbookXml());
		put(parts, "xl/_rels/workbook.xml.rels", relationships(workbookRelationships()));
		put(parts, "xl/styles.xml", stylesXml());
		if (!this.strings.isEmpty()) {
			put(parts, "xl/sharedStrings.xml", sharedStringsXml());
		}
		for (int i = 0; i < this.sheets.size(); i++) {
			put(parts, "xl/worksheets/sheet" + (i + 1) + ".xml", dialect(this.sheets.get(i).part(MAIN)));
		}
		parts.putAll(this.more);
		this.changes.forEach((name, change) -> {
			byte[] changed = change.apply(parts.getOrDefault(name, new byte[0]));
			if (changed.length == 0) {
				parts.remove(name);
			}
			else {
				parts.put(name, changed);
			}
		});
		return parts;
	}

	private static void put(Map<String, byte[]> parts, String name, String xml) {
		String declared = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n" + xml;
		parts.put(name, declared.getBytes(StandardCharsets.UTF_8));
	}

	private String contentTypes() {
		StringBuilder xml = new StringBuilder("<Types xmlns=\"" + TRANSITIONAL + "package/2006/content-types\">"
				+ "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
				+ "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
		String main = this.macros ? "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
				: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
		xml.append("<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + main + "\"/>");
		for (int i = 0; i < this.sheets.size(); i++) {
			xml.append("<Override PartName=\"/xl/worksheets/sheet" + (i + 1) + ".xml\" ContentType=\""
					+ "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
		}
		return xml.append("</Types>").toString();
	}

	private List<String> workbookRelationships() {
		List<String> relationships = new ArrayList<>();
		for (int i = 0; i < this.sheets.size(); i++) {
			relationships
				.add("rId" + (i + 1) + "|" + this.sheets.get(i).type() + "|worksheets/sheet" + (i + 1) + ".xml");
		}
		relationships.add("styles|styles|styles.xml");
		if (!this.strings.isEmpty()) {
			relationships.add("strings|sharedStrings|sharedStrings.xml");
		}
		return relationships;
	}

	private String relationships(List<String> relationships) {
		StringBuilder xml = new StringBuilder(
				"<Relationships xmlns=\"" + TRANSITIONAL + "package/2006/relationships\">");
		for (String relationship : relationships) {
			String[] fields = relationship.split("\\|");
			String type = (this.strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : RELATIONS) + "/"
					+ fields[1];
			xml.append("<Relationship Id=\"" + fields[0] + "\" Type=\"" + type + "\" Target=\"" + fields[2] + "\"/>");
		}
		return xml.append("</Relationships>").toString();
	}

	private String workbookXml() {
		StringBuilder xml = new StringBuilder("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
				+ "\"><workbookPr" + (this.from1904 ? " date1904=\"1\"" : "") + "/><sheets>");
		for (int i = 0; i < this.sheets.size(); i++) {
			SheetXmlBuilder sheet = this.sheets.get(i);
			String state = sheet.state().equals("visible") ? "" : " state=\"" + sheet.state() + "\"";
			xml.append("<sheet name=\"" + Cells.escape(sheet.name()) + "\" sheetId=\"" + (i + 1) + "\"" + state
					+ " r:id=\"rId" + (i + 1) + "\"/>");
		}
		return dialect(xml.append("</sheets></workbook>").toString());
	}

	private String stylesXml() {
		return dialect("<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"4\">"
				+ "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
				+ "<numFmt numFmtId=\"165\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; hh:mm;@\"/>"
				+ "<numFmt numFmtId=\"166\" formatCode=\"[$-804]h:mm AM/PM\"/><numFmt numFmtId=\"167\" formatCode=\"00000\"/></numFmts>"
				+ "<cellStyleXfs count=\"1\"><xf numFmtId=\"14\"/></cellStyleXfs>"
				+ "<cellXfs count=\"7\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
				+ "<xf numFmtId=\"166\"/><xf numFmtId=\"49\"/><xf numFmtId=\"31\"/><xf numFmtId=\"167\"/></cellXfs></styleSheet>");
	}

	private String sharedStringsXml() {
		StringBuilder xml = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
		this.strings.forEach((text) -> xml.append("<si>").append(text).append("</si>"));
		return dialect(xml.append("</sst>").toString());
	}

	private String dialect(String xml) {
		String dialect = this.strict ? xml.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
			.replace(RELATIONS, "http://purl.oclc.org/ooxml/officeDocument/relationships") : xml;
		if (this.prefix.isEmpty()) {
			return dialect;
		}
		return dialect.replaceAll("<(/?)([A-Za-z])", "<$1" + this.prefix + "$2")
			.replaceFirst(" xmlns=", " xmlns:" + this.prefix.replace(":", "") + "=");
	}

}
