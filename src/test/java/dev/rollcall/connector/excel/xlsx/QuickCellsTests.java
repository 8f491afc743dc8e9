package dev.rollcall.connector.excel.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;

import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.workbook.Blocks;
import dev.rollcall.connector.excel.workbook.CellStyles;
import dev.rollcall.connector.excel.workbook.RowBlock;
import dev.rollcall.connector.excel.xml.XmlScanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Holds the quick way of reading cells against the thorough one. */
class QuickCellsTests {

	private final Random random = new Random(42);

	@Test
	void readsWhatTheThoroughWayReads() throws IOException {
		for (int sheet = 0; sheet < 300; sheet++) {
			StringBuilder rows = new StringBuilder();
			int row = 0;
			for (int i = 0; i < 20; i++) {
				row += 1 + (this.random.nextInt(5) == 0 ? this.random.nextInt(100_000) / 3 : 0);
				rows.append(row(row));
			}
			String xml = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
			// With a prefix on every element nothing can be read the quick way.
			String prefixed = xml.replace("</", "</x:").replaceAll("<(?![/!])", "<x:");
			List<String> thorough = cells(prefixed, 4096);
			assertThat(cells(xml, 4096)).as(xml).isEqualTo(thorough);
			assertThat(cells(xml, 100 + this.random.nextInt(200))).as(xml).isEqualTo(thorough);
		}
	}

	@Test
	void readsOrdinaryCells() throws IOException {
		assertThat(cells("<worksheet><sheetData><row r=\"12\"><c r=\"A12\" t=\"s\"><v>17</v></c>"
				+ "<c r=\"B12\" s=\"1\"><v>46053</v></c><c r=\"C12\"/><c r=\"AB12\" s=\"0\" t=\"s\"><v>0</v></c>"
				+ "<c r=\"ZZ12\"><v>-1.5E+3</v></c></row></sheetData></worksheet>", 4096))
			.containsExactly("12:0 0 17", "12:1 5 46053", "12:27 0 0", "12:701 4 -1.5E+3");
	}

	@Test
	void refusesCellsThatAreNotInTheirOrder() {
		for (String second : new String[] { "B1", "C1" }) {
			String row = "<row r=\"1\"><c r=\"C1\" t=\"s\"><v>1</v></c><c r=\"" + second
					+ "\" t=\"s\"><v>1</v></c></row>";
			String xml = "<worksheet><sheetData>" + row + "</sheetData>" + " ".repeat(200) + "</worksheet>";
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> cells(xml, 4096));
		}
	}

	private String row(int row) {
		StringBuilder xml = new StringBuilder("<row r=\"" + row + "\" spans=\"1:9\">");
		int column = 0;
		int cells = this.random.nextInt(12);
		for (int i = 0; i < cells; i++) {
			column += 1 + (this.random.nextInt(6) == 0 ? this.random.nextInt(900) : 0);
			String reference = " r=\"" + CellReference.convertNumToColString(column) + row + "\"";
			String style = pick("", "", " s=\"1\"", " s=\"12\"", " s=\"00\"", " s='2'", "  s=\"1\"");
			xml.append(switch (this.random.nextInt(9)) {
				case 0, 1, 2 -> "<c" + reference + style + " t=\"s\"><v>" + this.random.nextInt(2_000_000) + "</v></c>";
				case 3 -> "<c" + reference + style + "><v>"
						+ pick("1", "-1.5", "1E+10", "0.30000000000000004", "abc", "") + "</v></c>";
				case 4 -> "<c" + reference + style + pick("/>", "></c>", " />");
				case 5 -> "<c" + style + reference + " t='s'><v> 7 </v></c>";
				case 6 ->
					"<c" + reference + style + " t=\"str\">" + pick("", "<f>A1</f>") + "<v>" + text() + "</v></c>";
				case 7 -> "<c" + reference + style + " t=\"inlineStr\"><is><t>" + text() + "</t></is></c>";
				default -> "<c" + reference + "><f>A1</f></c>";
			});
			xml.append(pick("", "", "", "\n", "<!-- c -->"));
		}
		return xml.append("</row>").append(pick("", "\n")).toString();
	}

	private String text() {
		return pick("", "x", "x&amp;y", "中文", " x ", "a_x0041_", "a\r\nb", "é", "y".repeat(300), "]]>", "<!-- c -->z");
	}

	private static List<String> cells(String xml, int window) throws IOException {
		CellStyles styles = new CellStyles();
		styles.add(0, null);
		styles.add(14, null);
		XmlScanner in = new XmlScanner(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "test", window);
		List<String> cells = new ArrayList<>();
		try (SheetXml sheet = new SheetXml(in, () -> 0, "a", styles)) {
			RowBlock block = new RowBlock();
			do {
				block.clear(0);
				sheet.fill(block);
				cells.addAll(Blocks.cells(block));
			}
			while (!block.isLast());
		}
		return cells;
	}

	private String pick(String... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

}
