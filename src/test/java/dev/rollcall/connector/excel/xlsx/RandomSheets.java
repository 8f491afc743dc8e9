package dev.rollcall.connector.excel.xlsx;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.apache.poi.ss.util.CellReference;

import dev.rollcall.connector.excel.Workbooks;

/**
 * Sheets and shared texts made by chance, written in all the ways that programs write
 * them, and some in which they do not but could.
 */
final class RandomSheets {

	private static final String SHEET = "xl/worksheets/sheet1.xml";

	private static final String STRINGS = "xl/sharedStrings.xml";

	private final Random random;

	private final int texts;

	private int row;

	RandomSheets(Random random) {
		this.random = random;
		this.texts = 1 + random.nextInt(40);
	}

	/** A workbook with one such sheet. */
	Workbooks workbook() {
		Workbooks workbook = Workbooks.workbook();
		for (int i = 0; i < this.texts; i++) {
			workbook.sharedXml(content());
		}
		workbook.sheet("a", (sheet) -> sheet.xml(rows()));
		return workbook;
	}

	/** The same in another dialect, for POI cannot read all of them. */
	Workbooks dialect(Workbooks workbook) {
		return switch (this.random.nextInt(4)) {
			case 0 -> workbook.strict();
			case 1 -> workbook.prefixed("x");
			default -> workbook;
		};
	}

	/** The same with some bytes of its XML changed. */
	Path damaged(Workbooks workbook, Path file) {
		String part = (this.random.nextInt(3) == 0) ? STRINGS : SHEET;
		return workbook.changeBytes(part, this::damaged).write(file);
	}

	private byte[] damaged(byte[] xml) {
		List<Byte> bytes = new ArrayList<>();
		for (byte b : xml) {
			bytes.add(b);
		}
		int changes = 1 + this.random.nextInt(3);
		for (int i = 0; i < changes && bytes.size() > 60; i++) {
			// Not the declaration: the rest is what matters.
			int at = 56 + this.random.nextInt(bytes.size() - 56);
			switch (this.random.nextInt(4)) {
				case 0 -> bytes.remove(at);
				case 1 -> bytes.set(at, bytes.get(56 + this.random.nextInt(bytes.size() - 56)));
				case 2 -> bytes.addAll(at, piece());
				default -> {
					int to = Math.min(bytes.size(), at + this.random.nextInt(30));
					List<Byte> copy = new ArrayList<>(bytes.subList(at, to));
					bytes.addAll(at, copy);
				}
			}
		}
		byte[] changed = new byte[bytes.size()];
		for (int i = 0; i < changed.length; i++) {
			changed[i] = bytes.get(i);
		}
		return changed;
	}

	private List<Byte> piece() {
		List<Byte> piece = new ArrayList<>();
		for (byte b : pick("<", ">", "/", "\"", " ", "&", "1", "A", "<v>", "</v>", "<c/>", "<row/>", "</row><row>",
				"<is><t>i</t></is>", " t=\"s\"", " t=\"str\"", " r=\"B2\"", "<f>1</f>", "<t>z</t>", "<!-- c -->", "中")
			.getBytes(StandardCharsets.UTF_8)) {
			piece.add(b);
		}
		return piece;
	}

	private String rows() {
		StringBuilder xml = new StringBuilder();
		int rows = this.random.nextInt(12);
		for (int i = 0; i < rows; i++) {
			row(xml);
			xml.append(pick("", "", "\n", "<!-- row -->", "<?x y?>"));
		}
		return xml.toString();
	}

	private void row(StringBuilder xml) {
		boolean says = this.random.nextInt(5) > 0;
		this.row += 1 + ((says && this.random.nextInt(4) == 0) ? this.random.nextInt(60) : 0);
		xml.append("<row");
		if (says) {
			xml.append(attribute("r", String.valueOf(this.row)));
		}
		xml.append(pick("", " spans=\"1:9\"", " ht=\"14.25\" customHeight=\"1\"", " hidden=\"1\"", " s=\"1\""));
		int cells = this.random.nextInt(10);
		if (cells == 0) {
			xml.append("/>");
			return;
		}
		xml.append('>');
		int column = -1;
		for (int i = 0; i < cells; i++) {
			boolean refers = says && this.random.nextInt(6) > 0;
			column += 1 + ((refers && this.random.nextInt(4) == 0) ? this.random.nextInt(800) : 0);
			cell(xml, refers ? attribute("r", CellReference.convertNumToColString(column) + this.row) : "");
		}
		xml.append(pick("", "", "<extLst><ext uri=\"u\"><c r=\"A1\"><v>1</v></c></ext></extLst>")).append("</row>");
	}

	private void cell(StringBuilder xml, String reference) {
		String style = pick("", "", attribute("s", String.valueOf(this.random.nextInt(7))));
		String formula = pick("", "", "", "<f>A1</f>", "<f t=\"shared\" si=\"0\"/>");
		String tag = pick(reference + style, style + reference);
		switch (this.random.nextInt(9)) {
			case 0, 1, 2 -> typed(xml, tag, "s", value(String.valueOf(this.random.nextInt(this.texts))));
			case 3 -> typed(xml, tag, pick("", "n"), formula + value(number()));
			case 4 -> typed(xml, tag, "str", formula + value(text()));
			case 5 -> typed(xml, tag, "inlineStr", "<is>" + content() + "</is>");
			case 6 -> typed(xml, tag, "b", formula + value(pick("0", "1")));
			case 7 -> typed(xml, tag, "e", formula + value(pick("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?")));
			default -> typed(xml, tag, "", pick("", formula, "<v></v>"));
		}
		xml.append(pick("", "", "", "\n", "<!-- cell -->"));
	}

	private void typed(StringBuilder xml, String tag, String type, String content) {
		xml.append("<c").append(tag).append(type.isEmpty() ? "" : attribute("t", type));
		xml.append(content.isEmpty() ? pick("/>", "></c>", " />") : ">" + content + "</c" + pick("", "", " ") + ">");
	}

	private String attribute(String name, String value) {
		return pick(" ", " ", "  ", "\n") + name + pick("=", "=", " = ") + pick("\"" + value + "\"", "'" + value + "'");
	}

	private String value(String content) {
		return pick("<v>", "<v>", "<v xml:space=\"preserve\">") + content + "</v>";
	}

	private String number() {
		return pick("0", "1", "-3", "46053", "46053.354166666664", "13800000000", "1.38E+10", "0.1", "1E-7",
				"0.30000000000000004", "1234567890123456", String.valueOf(this.random.nextInt()),
				String.valueOf(this.random.nextDouble() * 1e6));
	}

	/** What can stand in an {@code si} or {@code is}. */
	private String content() {
		StringBuilder xml = new StringBuilder();
		if (this.random.nextInt(4) > 0) {
			xml.append(t());
		}
		else {
			int runs = 1 + this.random.nextInt(3);
			for (int i = 0; i < runs; i++) {
				xml.append("<r>").append(pick("", "<rPr><b/><sz val=\"11\"/></rPr>")).append(t()).append("</r>");
			}
		}
		return xml.append(pick("", "", "", "<rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh>"))
			.append(pick("", "", "", "<phoneticPr fontId=\"1\"/>"))
			.toString();
	}

	private String t() {
		return pick("<t>", "<t>", "<t xml:space=\"preserve\">", "<t xml:space='preserve' >") + text() + "</t>";
	}

	private String text() {
		StringBuilder text = new StringBuilder();
		int pieces = this.random.nextInt(4);
		for (int i = 0; i < pieces; i++) {
			text.append(pick("张三", "x", " ", "\n", "\r\n", "&amp;", "&lt;b&gt;", "&#x4e2d;", "&#128512;", "𠮷", "é",
					"e\u0301", "\u200B", "\u3000", "<![CDATA[<&> ]]]>", "<!-- c -->", "_x000D_", "_x4E2D_",
					"_x005F_x000D_", "_x", "a_b", "=1+1", "'0", "ordinary text of some length",
					"y".repeat((this.random.nextInt(9) == 0) ? 400 : 9)));
		}
		return text.toString();
	}

	private String pick(String... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

}
