package dev.rollcall.connector.excel.xlsx;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.EightBytes;
import dev.rollcall.connector.excel.workbook.CellStyles;
import dev.rollcall.connector.excel.xml.XmlScanner;

/** Reads what a {@code styles.xml} says of numbers. */
final class StylesXml {

	private static final long CELL_XFS = EightBytes.pack("cellXfs");

	private static final long NUM_FMTS = EightBytes.pack("numFmts");

	private StylesXml() {
	}

	static CellStyles read(XmlScanner in) throws IOException {
		CellStyles styles = new CellStyles();
		Map<Integer, String> formats = new HashMap<>();
		int token;
		while ((token = in.next()) != XmlScanner.DOCUMENT_END) {
			if (token != XmlScanner.START || in.depth() != 2) {
				continue;
			}
			if (in.name() == NUM_FMTS) {
				readFormats(in, formats);
			}
			else if (in.name() == CELL_XFS) {
				readStyles(in, formats, styles);
			}
			else {
				in.skipElement();
			}
		}
		return styles;
	}

	private static void readFormats(XmlScanner in, Map<Integer, String> formats) throws IOException {
		int token;
		while ((token = in.next()) != XmlScanner.END || in.depth() > 1) {
			if (token == XmlScanner.START && in.depth() == 3 && in.named("numFmt")) {
				String code = in.tag().value("formatCode");
				formats.put(number(in, "numFmtId"), (code != null) ? code : "");
			}
		}
	}

	private static void readStyles(XmlScanner in, Map<Integer, String> formats, CellStyles styles) throws IOException {
		int token;
		while ((token = in.next()) != XmlScanner.END || in.depth() > 1) {
			if (token == XmlScanner.START && in.depth() == 3 && in.named("xf")) {
				int format = number(in, "numFmtId");
				styles.add(format, formats.get(format));
			}
		}
	}

	private static int number(XmlScanner in, String attribute) throws IOException {
		String value = in.tag().value(attribute);
		try {
			return (value != null) ? Integer.parseInt(value) : 0;
		}
		catch (NumberFormatException ex) {
			throw new RefusedException(ExcelMessage.DAMAGED, "styles.xml").because(ex);
		}
	}

}
