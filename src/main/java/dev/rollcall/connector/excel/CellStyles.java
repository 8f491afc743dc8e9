package dev.rollcall.connector.excel;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Which styles of a workbook show numbers as dates or times. */
final class CellStyles {

	private static final long CELL_XFS = XmlScanner.pack("cellXfs");

	private static final long NUM_FMTS = XmlScanner.pack("numFmts");

	private byte[] types = {};

	private int count;

	/** Adds the next style. */
	void add(int format, @Nullable String code) {
		if (this.count == this.types.length) {
			this.types = Arrays.copyOf(this.types, Math.max(64, this.count * 2));
		}
		this.types[this.count++] = NumberFormat.type(format, code);
	}

	/** The type of a numeric cell with this style. */
	byte type(int style) {
		return (style >= 0 && style < this.count) ? this.types[style] : CellType.NUMBER;
	}

	/** The styles of a {@code styles.xml}. */
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
