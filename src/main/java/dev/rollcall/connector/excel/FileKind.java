package dev.rollcall.connector.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.text.TextEncoding;

/**
 * What a file is, by its first bytes: systems that offer an “Excel export” often write
 * something else under the name of a workbook.
 */
enum FileKind {

	/** A zip file, as {@code .xlsx} is. */
	ZIP(ExcelMessage.REALLY_XLSX),

	/** An OLE2 container: an {@code .xls}, or an encrypted {@code .xlsx}. */
	OLE2(ExcelMessage.REALLY_XLS),

	TEXT(ExcelMessage.REALLY_TEXT),

	HTML(ExcelMessage.REALLY_HTML),

	/** The “XML spreadsheet” of Excel 2003, or any other XML. */
	XML(ExcelMessage.REALLY_XML),

	/** A workbook of Excel 95 or older that is no container. */
	OLD(ExcelMessage.TOO_OLD),

	OTHER(ExcelMessage.REALLY_OTHER);

	private static final int LOOK_AT = 4096;

	private final ExcelMessage underOtherEnding;

	FileKind(ExcelMessage underOtherEnding) {
		this.underOtherEnding = underOtherEnding;
	}

	/** The sentence for a file whose ending says that it is something else. */
	ExcelMessage underOtherEnding() {
		return this.underOtherEnding;
	}

	/**
	 * What the ending of a file's name says it is; null for an ending that is not read.
	 */
	static @Nullable FileKind byEnding(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		if (lower.endsWith(".xlsx") || lower.endsWith(".xlsm")) {
			return ZIP;
		}
		if (lower.endsWith(".xls")) {
			return OLE2;
		}
		return lower.endsWith(".csv") ? TEXT : null;
	}

	/** What a file is, null if it is empty. */
	static @Nullable FileKind byContent(Path file) throws IOException {
		byte[] head;
		try (InputStream in = Files.newInputStream(file)) {
			head = in.readNBytes(LOOK_AT);
		}
		if (head.length == 0) {
			return null;
		}
		if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
			return ZIP;
		}
		if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
			return OLE2;
		}
		if (startsWith(head, 0x09, 0x08) || startsWith(head, 0x09, 0x04) || startsWith(head, 0x09, 0x02)
				|| startsWith(head, 0x09, 0x00)) {
			return OLD;
		}
		return byText(head);
	}

	private static FileKind byText(byte[] head) {
		Charset marked = TextEncoding.marked(head);
		Charset charset = (marked != null) ? marked : StandardCharsets.ISO_8859_1;
		int mark = TextEncoding.markLength(head);
		String text = new String(head, mark, head.length - mark, charset).strip().toLowerCase(Locale.ROOT);
		if (text.indexOf('\0') >= 0 || text.startsWith("%pdf")) {
			return OTHER;
		}
		if (text.startsWith("mime-version:") || text.matches("(?s)(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*"
				+ "<(!doctype\\s+html|html|head|body|table|meta|style|script|div)\\b.*")) {
			return HTML;
		}
		return text.startsWith("<?xml") ? XML : TEXT;
	}

	private static boolean startsWith(byte[] head, int... start) {
		if (head.length < start.length) {
			return false;
		}
		for (int i = 0; i < start.length; i++) {
			if ((head[i] & 0xFF) != start[i]) {
				return false;
			}
		}
		return true;
	}

}
